import { defineStrings } from '#i18n/strings.ts'

export const logoStrings = defineStrings({
  nl: {
    title: '6. Welk logo staat op het titelblad?',
    lead: 'Van de gemeente of de organisatie die het verslag uitgeeft. Zonder logo staat het teken van Polder er.',
    choose: 'Kies een afbeelding',
    chooseHint: 'PNG, JPG of SVG. We bewaren alleen het beeld zelf.',
    alternative: 'Wat staat erop?',
    alternativeHint: 'Voor wie het beeld niet ziet. Bijvoorbeeld: Gemeente Veldermeer.',
    save: 'Logo bewaren',
    remove: 'Logo weghalen',
    saved: 'Het logo staat op het titelblad.',
    removed: 'Het logo is weg.',
    errors: {
      'no-picture': 'Dit kunnen we niet als afbeelding openen. Kies een PNG, JPG of SVG.',
      'too-large': 'Dit beeld is te groot. Kies een kleiner beeld.',
      'too-heavy': 'Dit beeld is te zwaar. Kies een beeld met minder details.',
      'no-file': 'Kies eerst een afbeelding.',
      'no-words': 'Schrijf wat er op het logo staat.',
    },
  },
  en: {
    title: '6. Which logo is on the title page?',
    lead: 'Of the municipality or organisation that publishes the report. Without a logo the sign of Polder stands there.',
    choose: 'Choose a picture',
    chooseHint: 'PNG, JPG or SVG. We keep only the picture itself.',
    alternative: 'What does it show?',
    alternativeHint: 'For people who do not see the picture. For example: Municipality of Veldermeer.',
    save: 'Save logo',
    remove: 'Take logo away',
    saved: 'The logo stands on the title page.',
    removed: 'The logo is gone.',
    errors: {
      'no-picture': 'We cannot open this as a picture. Choose a PNG, JPG or SVG.',
      'too-large': 'This picture is too large. Choose a smaller one.',
      'too-heavy': 'This picture is too heavy. Choose one with less detail.',
      'no-file': 'Choose a picture first.',
      'no-words': 'Write what the logo shows.',
    },
  },
})
