import { ImageRun, InternalHyperlink, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx'
import { isSafeLink } from '#crdt/prose.ts'
import type { Run } from '#domain/outline.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { isRightToLeft } from './direction.ts'
import { drawn } from './picture.ts'

/** The bookmark of the thing with this id, in the letters that a word processor allows. */
export const bookmarkOf = (id: string): string => `item_${id.replaceAll(/[^a-zA-Z0-9]/g, '_')}`.slice(0, 40)

/** Puts a bookmark around words, where another line leads to the thing and nothing before it had its mark. */
export type Anchored = (id: string | null | undefined, children: ParagraphChild[]) => ParagraphChild[]

/** A paragraph that runs in the direction of its words. */
export const paragraphOf = (words: string, options: IParagraphOptions): Paragraph =>
  new Paragraph(isRightToLeft(words) ? { ...options, bidirectional: true } : options)

const longest = { width: 640, height: 820 }

/** A picture in the line with the words that say the same; `fixed` in pixels, or smaller than the page by so much. */
export const pictureRun = (
  svg: string,
  words: string,
  fixed: { width: number; height: number } | null,
  fit = 1,
): ImageRun => {
  const { png, width: wide, height } = drawn(svg)
  const scale = Math.min(1, (longest.width * fit) / wide, (longest.height * fit) / height)
  const description = cleanText(words)
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: fixed ?? { width: Math.round(wide * scale), height: Math.round(height * scale) },
    altText: { name: description.slice(0, 60), title: description.slice(0, 60), description },
  })
}

/** The name of pictures that say nothing which is not said beside them. */
export const decorative = 'decorative'

/** A picture that is there for the eye only; sizes in pixels. */
export const ornamentRun = (svg: string, width: number, height: number): ImageRun =>
  new ImageRun({
    type: 'png',
    data: drawn(svg).png,
    transformation: { width, height },
    altText: { name: decorative, title: '', description: '' },
  })

/** Running text with its looks; an address is written out, so that the file points nowhere. */
export const runsOf = (runs: readonly Run[]): ParagraphChild[] =>
  runs.flatMap(({ text, bold = false, italic = false, href, to }): ParagraphChild[] => {
    if (to !== undefined) {
      const number = new TextRun({ text: cleanText(text), size: 17, color: '005764' })
      return [new TextRun({ text: ' ' }), new InternalHyperlink({ anchor: bookmarkOf(to), children: [number] })]
    }
    const words = isSafeLink(href) && !text.includes(href) ? `${text} (${href})` : text
    const rightToLeft = isRightToLeft(words)
    return cleanText(words)
      .split('\n')
      .map(
        (part, at) =>
          new TextRun({
            text: part,
            bold,
            italics: italic,
            ...(rightToLeft ? { rightToLeft } : {}),
            ...(at > 0 ? { break: 1 } : {}),
          }),
      )
  })
