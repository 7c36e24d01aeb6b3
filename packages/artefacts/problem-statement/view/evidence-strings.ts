import { defineStrings } from '#i18n/strings.ts'

/** The words of what else is known about a piece of evidence. */
export const evidenceStrings = defineStrings({
  nl: {
    unknown: 'Niet gekozen',
    world: 'Welke wereld?',
    worlds: { lived: 'Leefwereld', system: 'Systeem', both: 'Allebei' },
    strength: 'Hoe sterk?',
    strengths: {
      1: '1: één keer gehoord',
      2: '2: vaker gehoord of gezien',
      3: '3: gemeten of vastgelegd',
    },
    stakeholder: 'Van welke groep?',
    method: 'Hoe kwam dit binnen?',
    methods: {
      interview: 'Gesprek',
      homeVisit: 'Huisbezoek',
      observation: 'Meekijken',
      session: 'Bijeenkomst',
      survey: 'Vragenlijst',
      register: 'Registratie',
      document: 'Document',
      literature: 'Onderzoek',
    },
    collectedAt: 'Wanneer?',
    url: 'Waar staat het? Een adres op internet.',
    noAddress: 'Dit is geen adres. Begin met https:// of laat het leeg.',
    sensitive: 'Gevoelig: hier is iemand in te herkennen',
  },
  en: {
    unknown: 'Not chosen',
    world: 'Which world?',
    worlds: { lived: 'Daily life', system: 'System', both: 'Both' },
    strength: 'How strong?',
    strengths: {
      1: '1: heard once',
      2: '2: heard or seen often',
      3: '3: measured or recorded',
    },
    stakeholder: 'From which group?',
    method: 'How did this come in?',
    methods: {
      interview: 'Conversation',
      homeVisit: 'Home visit',
      observation: 'Looking along',
      session: 'Meeting',
      survey: 'Survey',
      register: 'Register',
      document: 'Document',
      literature: 'Research',
    },
    collectedAt: 'When?',
    url: 'Where does it stand? An address on the internet.',
    noAddress: 'This is not an address. Begin with https:// or leave it empty.',
    sensitive: 'Sensitive: somebody can be recognised in this',
  },
})
