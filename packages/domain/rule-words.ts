import { defineStrings, type Locale } from '#i18n/strings.ts'

/** How people name the rules that stand in the way of a trial: their kinds, the room asked in them, and how far that is. */
export const ruleWords = defineStrings({
  nl: {
    kinds: {
      law: 'Wet',
      policy: 'Beleid',
      contract: 'Contract',
      funding: 'Geld met voorwaarden',
      workInstruction: 'Werkafspraak',
      registration: 'Registratie',
      habit: 'Eigen gewoonte',
    },
    rooms: {
      withinRules: 'Binnen de regels',
      otherReading: 'Anders lezen',
      tailoring: 'Maatwerk',
      exemption: 'Ontheffing',
      experimentClause: 'Experimenteerbepaling',
      agreementDeal: 'Afspraak of deal',
      rightToChallenge: 'Uitdaagrecht',
      changeRule: 'Regel veranderen',
    },
    ruleStatuses: { exploring: 'Verkennen', requested: 'Gevraagd', granted: 'Gekregen', refused: 'Geweigerd' },
    facts: {
      purpose: 'Doel',
      scope: 'Voor wie en waar',
      deviatesFrom: 'Waarvan afwijken',
      maxDuration: 'Hoe lang hoogstens',
      validUntil: 'Geldig tot en met',
    },
    unknown: 'onbekend',
  },
  en: {
    kinds: {
      law: 'Law',
      policy: 'Policy',
      contract: 'Contract',
      funding: 'Money with conditions',
      workInstruction: 'Work instruction',
      registration: 'Registration',
      habit: 'Our own habit',
    },
    rooms: {
      withinRules: 'Within the rules',
      otherReading: 'Another reading',
      tailoring: 'Tailoring',
      exemption: 'Exemption',
      experimentClause: 'Experiment clause',
      agreementDeal: 'Agreement or deal',
      rightToChallenge: 'Right to challenge',
      changeRule: 'Change the rule',
    },
    ruleStatuses: { exploring: 'Exploring', requested: 'Requested', granted: 'Granted', refused: 'Refused' },
    facts: {
      purpose: 'Aim',
      scope: 'For whom and where',
      deviatesFrom: 'Deviate from what',
      maxDuration: 'How long at most',
      validUntil: 'Valid until',
    },
    unknown: 'unknown',
  },
})

const named = (labels: { readonly [code: string]: string }, code: string | null, unknown: string): string =>
  code !== null && Object.hasOwn(labels, code) ? (labels[code] ?? unknown) : unknown

/** The kind of a rule in words. */
export const kindWords = (kind: string | null, locale: Locale): string =>
  named(ruleWords[locale].kinds, kind, ruleWords[locale].unknown)

/** The room that is asked in a rule, in words. */
export const roomWords = (room: string | null, locale: Locale): string =>
  named(ruleWords[locale].rooms, room, ruleWords[locale].unknown)

/** How far the asking is, in words. */
export const ruleStatusWords = (status: string | null, locale: Locale): string =>
  named(ruleWords[locale].ruleStatuses, status, ruleWords[locale].unknown)
