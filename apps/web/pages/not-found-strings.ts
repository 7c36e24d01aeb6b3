import { defineStrings } from '#i18n/strings.ts'

export const notFoundStrings = defineStrings({
  nl: {
    notFound: 'Deze pagina is er niet',
    notFoundHint: 'Kijk of het adres klopt. Of begin opnieuw.',
  },
  en: {
    notFound: 'This page is not here',
    notFoundHint: 'Check the address. Or start again.',
  },
})
