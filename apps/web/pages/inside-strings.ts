import { defineStrings } from '#i18n/strings.ts'

/** The words of the pages of a workspace that belong to no feature. */
export const insideStrings = defineStrings({
  nl: {
    invite: 'Nodig mensen uit',
    leadTogether: 'Begeleid samen',
    nothingYet: 'Hier is nog niets. Voeg een onderdeel toe om te beginnen.',
    nothingYetReader: 'Hier is nog niets. Een begeleider zet iets klaar.',
    toMake: 'Wat we samen maken',
    noConnection: 'Zonder verbinding kan dit niet. Probeer het als de verbinding er weer is.',
  },
  en: {
    invite: 'Invite people',
    leadTogether: 'Facilitate together',
    nothingYet: 'Nothing is here yet. Add a part to begin.',
    nothingYetReader: 'Nothing is here yet. A facilitator will prepare something.',
    toMake: 'What we make together',
    noConnection: 'This cannot be done without a connection. Try it when the connection is back.',
  },
})
