import { defineStrings } from '#i18n/strings.ts'

export const leadStrings = defineStrings({
  nl: {
    leadTitle: 'Je gaat begeleiden',
    leadName: 'Hoe mogen we je noemen?',
    leadNameHint: 'Deed je op dit apparaat al mee? Dan houd je je naam.',
    lead: 'Begeleid mee',
    noSecret: 'In deze link mist een stuk. Kopieer de hele link, ook wat na het hekje (#) staat.',
    leadIntro:
      'Je kreeg een link voor begeleiders. Hiermee kun je alles klaarzetten, op slot doen en mensen uitnodigen.',
  },
  en: {
    leadTitle: 'You are going to facilitate',
    leadName: 'What may we call you?',
    leadNameHint: 'Did you take part on this device already? Then you keep your name.',
    lead: 'Facilitate',
    noSecret: 'A piece of this link is missing. Copy the whole link, also what stands behind the hash (#).',
    leadIntro:
      'You were given a link for facilitators. With it you can prepare everything, lock parts and invite people.',
  },
})
