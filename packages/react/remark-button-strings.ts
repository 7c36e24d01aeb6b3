import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of the buttons that open remarks; they stand on every page, the panel's come with it. */
export const remarkButtonStrings = defineStrings({
  nl: {
    button: (about: string, count: number) =>
      count === 0 ? `Reageer op ${about}` : `${plural('nl', count, '# reactie', '# reacties')} bij ${about}`,
  },
  en: {
    button: (about, count) =>
      count === 0 ? `Comment on ${about}` : `${plural('en', count, '# comment', '# comments')} on ${about}`,
  },
})
