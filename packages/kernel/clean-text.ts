/** Text that every file format can hold: without control characters, half characters and what XML 1.0 forbids. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/\r\n?/g, '\n')
    // All control characters but tab and line feed. Direction marks stay, as Arabic and Hebrew need them; overrides go,
    // as they make a text read as another.
    .replaceAll(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
