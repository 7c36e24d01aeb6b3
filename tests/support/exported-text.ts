import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'

/** Everything that a file holds and that somebody could read in it, also inside its parts, its properties and its name. */
export const exportedText = async (name: string, bytes: Uint8Array): Promise<string> => {
  if (name.endsWith('.pdf')) return `${name}\n${await pdfText(bytes)}`
  if (!isZip(bytes)) return `${name}\n${new TextDecoder().decode(bytes)}`
  const parts = Object.entries(unzipSync(bytes)).map(([part, content]) => `${part}\n${strFromU8(content)}`)
  return [name, ...parts].join('\n')
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** An opened PDF; the bytes stay with whoever gave them. */
export const openPdf = (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes))

const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await openPdf(bytes)
  const { info, metadata } = await pdf.getMetadata()
  const about = JSON.stringify([info, metadata?.getRaw(), await pdf.getOutline()])
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const annotations: unknown = await page.getAnnotations()
    const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
    pages.push(words.join(''), JSON.stringify(annotations), JSON.stringify(await page.getStructTree()))
  }
  return [about, ...pages].join('\n')
}
