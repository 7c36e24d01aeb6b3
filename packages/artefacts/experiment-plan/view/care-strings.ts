import { defineStrings } from '#i18n/strings.ts'

/** The words of the questions of care. */
export const careStrings = defineStrings({
  nl: {
    title: 'Zorgvuldig',
    note: 'Loop de vragen langs. Een open vraag mag, als jullie het weten.',
    progress: (count: number, all: number) => `${count} van ${all} beantwoord`,
    answers: { yes: 'Ja', no: 'Nee', na: 'Geldt niet', open: 'Nog open' },
    why: 'Toelichting',
    writeNote: 'Schrijf een toelichting',
    before: 'De proef loopt pas als alle vragen een antwoord hebben.',
  },
  en: {
    title: 'With care',
    note: 'Go through the questions. An open one is fine, if you know it.',
    progress: (count, all) => `${count} of ${all} answered`,
    answers: { yes: 'Yes', no: 'No', na: 'Not relevant', open: 'Still open' },
    why: 'Note',
    writeNote: 'Write a note',
    before: 'The trial runs only when all questions have an answer.',
  },
})
