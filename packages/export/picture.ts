import { Resvg } from '@resvg/resvg-js'
import { fontFamilies, fontFiles } from './fonts.ts'
import { cleanText } from '#kernel/clean-text.ts'

/** A drawing as pixels; `width` and `height` are those of the drawing itself, in CSS pixels. */
export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number }

const sharpness = 2
/** A drawing of hundreds of parties would take hundreds of megabytes; on paper nobody sees more than this. */
const mostPixels = 4_000_000

// Fonts are read anew for each drawing, so only those that its letters need.
const houseFonts = fontFiles.filter((file) => file.includes('atkinson') && !file.includes('Italic'))
const fontsFor = (svg: string): readonly string[] => {
  if (!svg.includes('<text')) return []
  return /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(svg) ? fontFiles : houseFonts
}

/** Draws SVG of our own making as a PNG, twice as fine as the screen. It reads our own fonts and no other file or address. */
export const drawn = (svg: string): Picture => {
  const text = cleanText(svg)
  const font = { fontFiles: [...fontsFor(text)], loadSystemFonts: false, defaultFontFamily: fontFamilies[0] }
  const { width, height } = new Resvg(text, { font: { loadSystemFonts: false } })
  const value = Math.min(sharpness, Math.sqrt(mostPixels / (width * height)))
  const image = new Resvg(text, { fitTo: { mode: 'zoom', value }, background: '#ffffff', font })
  return { png: image.render().asPng(), width, height }
}
