import { addressOf } from '#protocol/http-paths.ts'
import type { ExportFormat } from '#protocol/http-schemas.ts'
import type { Locale } from '#i18n/strings.ts'
import { refusalOf, unreachable, type Refusal } from './ask.ts'

export type ExportWish = {
  readonly workspaceId: string
  readonly format: ExportFormat
  readonly names: boolean
  readonly draft: boolean
  readonly lang: Locale
  /** To look at in the browser instead of to save. */
  readonly inline?: boolean
}

export const exportAddress = ({ workspaceId, format, names, draft, lang, inline = false }: ExportWish): string =>
  addressOf(
    'export',
    { workspace: workspaceId },
    { format, lang, names: flag(names), draft: flag(draft), inline: inline ? '1' : undefined },
  )

const flag = (on: boolean): '0' | '1' => (on ? '1' : '0')

/** Has the server make a file and hands it to the browser to keep; a refusal when it could not be made. */
export const saveFile = (wish: ExportWish): Promise<Refusal | null> =>
  saveFrom(exportAddress(wish), `polder.${wish.format}`)

/** Keeps what an address gives, under the name that the server gave it, or this one. */
export const saveFrom = async (address: string, otherwise: string): Promise<Refusal | null> => {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return refusalOf(await answer.json().catch(() => null))
    keepAs(await answer.blob(), nameIn(answer) ?? otherwise)
    return null
  } catch {
    return unreachable
  }
}

// The full name stands in the form that can hold every letter; the plain one is for old programs.
const nameIn = (answer: Response): string | undefined => {
  const header = answer.headers.get('content-disposition') ?? ''
  const full = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1]
  return full === undefined ? /filename="([^"]+)"/.exec(header)?.[1] : decodeURIComponent(full)
}

const keptForMs = 60_000

const keepAs = (file: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // A browser may still be reading it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), keptForMs)
}
