import { words, type Words } from '#i18n/strings.ts'
import type { EthicsCode } from './shape.ts'

/** The questions of care, in the order in which a group goes through them. */
export const ethicsWords: { readonly [Code in EthicsCode]: Words } = {
  voluntary: words('Doet iedereen vrijwillig mee?', 'Does everybody take part of their own free will?'),
  stopAnytime: words('Kan iedereen op elk moment stoppen?', 'Can everybody stop at any moment?'),
  vulnerable: words('Is er extra zorg voor kwetsbare mensen?', 'Is there extra care for vulnerable people?'),
  dataMinimal: words('Vragen we alleen wat echt nodig is?', 'Do we ask only what is really needed?'),
  dpia: words('Is er gekeken naar de privacy (DPIA)?', 'Has privacy been looked at (DPIA)?'),
  minors: words('Is het geregeld voor jongeren onder de 16?', 'Is it arranged for young people under 16?'),
  medicalResearchAct: words(
    'Is getoetst of dit medisch onderzoek is (WMO)?',
    'Was it checked whether this is medical research?',
  ),
  complaint: words('Weet iedereen waar je kunt klagen?', 'Does everybody know where to complain?'),
  aftercare: words('Is er zorg voor mensen als de proef stopt?', 'Is there care for people when the trial stops?'),
  shareResults: words('Horen de mensen die meededen wat eruit kwam?', 'Do those who took part hear what came out?'),
  fairSelection: words('Is eerlijk gekozen wie mee mag doen?', 'Was it chosen fairly who may take part?'),
}
