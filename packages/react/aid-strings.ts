import { defineStrings } from '#i18n/strings.ts'

/** What is said where somebody pastes more than a field can hold. */
export const aidStrings = defineStrings({
  nl: {
    pasteTooLong: (length: string, room: string) =>
      `Dit past hier niet. Je plakt ${length} tekens en er is plaats voor ${room}. Er is niets veranderd. Je tekst staat nog op je klembord. Plak een korter stuk.`,
  },
  en: {
    pasteTooLong: (length, room) =>
      `This does not fit here. You paste ${length} characters and there is room for ${room}. Nothing has changed. Your text is still on the clipboard. Paste a shorter piece.`,
  },
})
