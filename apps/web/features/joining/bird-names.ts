import type { Locale } from '#i18n/strings.ts'

/** Birds of wet land, for whoever would rather not use a name of their own. */
export const birdNames: Readonly<Record<Locale, readonly string[]>> = {
  nl: [
    'Kievit',
    'Grutto',
    'Merel',
    'Zwaluw',
    'Wulp',
    'Scholekster',
    'Roodborst',
    'Winterkoning',
    'IJsvogel',
    'Reiger',
    'Ooievaar',
    'Lepelaar',
    'Fuut',
    'Meerkoet',
    'Kluut',
    'Tureluur',
    'Spreeuw',
    'Putter',
    'Koolmees',
    'Leeuwerik',
    'Uil',
    'Aalscholver',
  ],
  en: [
    'Lapwing',
    'Godwit',
    'Blackbird',
    'Swallow',
    'Curlew',
    'Oystercatcher',
    'Robin',
    'Wren',
    'Kingfisher',
    'Heron',
    'Stork',
    'Spoonbill',
    'Grebe',
    'Coot',
    'Avocet',
    'Redshank',
    'Starling',
    'Goldfinch',
    'Great tit',
    'Skylark',
    'Owl',
    'Cormorant',
  ],
}

/** A name other than the one that stands there. */
export const suggestName = (locale: Locale, current: string, random: () => number = Math.random): string => {
  const others = birdNames[locale].filter((name) => name !== current)
  return others[Math.floor(random() * others.length)] ?? current
}
