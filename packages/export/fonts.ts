import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

const of = (family: string, file: string, cuts: readonly string[]): readonly string[] =>
  cuts.map((cut) => resolve(`@expo-google-fonts/${family}/${cut}/${file}_${cut}.ttf`))

/** The files of the fonts that pictures and PDFs are set in: the house font, and others for scripts that it lacks. */
export const fontFiles: readonly string[] = [
  ...of('atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext', [
    '400Regular',
    '400Regular_Italic',
    '600SemiBold',
    '700Bold',
  ]),
  ...of('noto-sans', 'NotoSans', ['400Regular', '700Bold']),
  ...of('noto-sans-arabic', 'NotoSansArabic', ['400Regular', '700Bold']),
  ...of('noto-sans-hebrew', 'NotoSansHebrew', ['400Regular', '700Bold']),
]

/** The families in those files, in the order in which a letter is looked up. */
export const fontFamilies = ['Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew'] as const
