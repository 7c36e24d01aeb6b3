import { defineStrings } from '#i18n/strings.ts'

export const recentStrings = defineStrings({
  nl: {
    recent: 'Eerder geopend op dit apparaat',
    forget: (title: string) => `Haal ${title} uit deze lijst`,
  },
  en: {
    recent: 'Opened earlier on this device',
    forget: (title) => `Take ${title} off this list`,
  },
})
