import { cleanText } from '#kernel/clean-text.ts'

/** Text as it may stand in HTML, in an attribute too. */
export const escaped = (text: string): string =>
  cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A picture as an address that holds it whole. */
export const imageSource = (type: string, bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `data:${type};base64,${btoa(binary)}`
}
