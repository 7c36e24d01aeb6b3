import { defineStrings } from '#i18n/strings.ts'

/** The words of the pages before joining. */
export const pageStrings = defineStrings({
  nl: {
    start: 'Samen aan een vraagstuk werken',
    headline: 'Iedereen ziet een stuk van het probleem. Hier leggen we ze naast elkaar.',
    lead: 'Bewoners, professionals en beleidsmakers schrijven samen op wat er speelt, wie erbij hoort en wat we gaan proberen. Iedereen telt even zwaar.',
    join: 'Doe mee',
    facilitate: 'Begeleid een groep',
    newWorkspace: 'Nieuwe werkruimte',
    retry: 'Probeer het nog eens',
    opening: 'Even kijken',
  },
  en: {
    start: 'Working on a question together',
    headline: 'Everybody sees a piece of the problem. Here we lay them side by side.',
    lead: 'Residents, professionals and policymakers write down together what is going on, who is involved and what we will try. Everybody counts equally.',
    join: 'Join',
    facilitate: 'Facilitate a group',
    newWorkspace: 'New workspace',
    retry: 'Try again',
    opening: 'Looking it up',
  },
})
