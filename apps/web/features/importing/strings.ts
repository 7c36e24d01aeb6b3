import { defineStrings } from '#i18n/strings.ts'

type Wrongs = Readonly<Record<string, string>>

// What can be wrong at one place of a file, by the server's code.
const wrongInDutch: Wrongs = {
  required: 'dit ontbreekt',
  'invalid-type': 'hier hoort iets van een andere soort',
  'invalid-union': 'hier hoort iets van een andere soort',
  'too-small': 'dit is leeg',
  custom: 'dit is geen kenmerk dat we kennen',
  duplicate: 'dit staat er twee keer',
  'not-a-workspace-file': 'hier hoort ‘polder-workspace’',
}
const wrongInEnglish: Wrongs = {
  required: 'this is missing',
  'invalid-type': 'something of another kind belongs here',
  'invalid-union': 'something of another kind belongs here',
  'too-small': 'this is empty',
  custom: 'this is no id that we know',
  duplicate: 'this is here twice',
  'not-a-workspace-file': '‘polder-workspace’ belongs here',
}

export const importingStrings = defineStrings({
  nl: {
    example: 'Bekijk een voorbeeld',
    file: 'Open een bestand',
    fileHint: 'Een werkruimte die je eerder bewaarde (.json)',
    notJson: 'Dit bestand is niet te lezen. Kies een werkruimte die je eerder bewaarde. De naam eindigt op .json.',
    wrongPlaces: 'Hier klopt iets niet:',
    place: (field: string, code: string) => `${field}: ${wrongInDutch[code] ?? 'dit klopt niet'}`,
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
    place: (field, code) => `${field}: ${wrongInEnglish[code] ?? 'this is not right'}`,
    andMore: (count) => `and ${count} more`,
    createCode: 'Code to make a workspace',
    createCodeHint: 'Ask whoever runs the server for it.',
    goOn: 'Go on',
    busy: 'Being prepared',
  },
})
