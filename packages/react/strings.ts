import { formatList, plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of the shared fields. */
export const fieldStrings = defineStrings({
  nl: {
    writing: (names: readonly string[]) =>
      names.length > 2
        ? `${names[0]} en ${plural('nl', names.length - 1, '# ander', '# anderen')} schrijven hier`
        : `${formatList('nl', names)} ${names.length === 1 ? 'schrijft' : 'schrijven'} hier`,
    empty: 'Nog niets geschreven',
    bold: 'Vet',
    italic: 'Schuin',
    list: 'Lijst',
    quote: 'Citaat',
    undo: 'Terug',
    tools: 'Opmaak',
    notANumber: 'Vul een getal in, bijvoorbeeld 2,5.',
    tooLow: (least: string) => `Het laagste is ${least}.`,
    tooHigh: (most: string) => `Het hoogste is ${most}.`,
    notADate: 'Deze datum bestaat niet.',
    none: 'Niet gekozen',
    removed: 'verwijderd',
    takeAway: (name: string) => `Haal ${name} weg`,
    choose: 'Kies er een bij',
    nothingToChoose: 'Er is nog niets om uit te kiezen.',
  },
  en: {
    writing: (names) =>
      names.length > 2
        ? `${names[0]} and ${plural('en', names.length - 1, '# other', '# others')} are writing here`
        : `${formatList('en', names)} ${names.length === 1 ? 'is' : 'are'} writing here`,
    empty: 'Nothing written yet',
    bold: 'Bold',
    italic: 'Italic',
    list: 'List',
    quote: 'Quote',
    undo: 'Undo',
    tools: 'Layout',
    notANumber: 'Fill in a number, such as 2.5.',
    tooLow: (least) => `The lowest is ${least}.`,
    tooHigh: (most) => `The highest is ${most}.`,
    notADate: 'This date does not exist.',
    none: 'Not chosen',
    removed: 'removed',
    takeAway: (name) => `Take ${name} away`,
    choose: 'Choose one more',
    nothingToChoose: 'There is nothing to choose from yet.',
  },
})
