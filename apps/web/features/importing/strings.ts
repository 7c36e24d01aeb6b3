import { defineStrings } from '#i18n/strings.ts'

export const importingStrings = defineStrings({
  nl: {
    example: 'Bekijk een voorbeeld',
    file: 'Open een bestand',
    fileHint: 'Een werkruimte die je eerder bewaarde (.json)',
    notJson: 'Dit bestand is niet te lezen. Kies een werkruimte die je eerder bewaarde. De naam eindigt op .json.',
    wrongPlaces: 'Hier klopt iets niet:',
    andMore: (count: number) => `en nog ${count}`,
    createCode: 'Code om een werkruimte te maken',
    createCodeHint: 'Vraag hem aan wie de server beheert.',
    goOn: 'Ga door',
    busy: 'Wordt klaargezet',
  },
  en: {
    example: 'See an example',
    file: 'Open a file',
    fileHint: 'A workspace that you kept earlier (.json)',
    notJson: 'This file cannot be read. Choose a workspace that you kept earlier. Its name ends in .json.',
    wrongPlaces: 'Something is wrong here:',
    andMore: (count) => `and ${count} more`,
    createCode: 'Code to make a workspace',
    createCodeHint: 'Ask whoever runs the server for it.',
    goOn: 'Go on',
    busy: 'Being prepared',
  },
})
