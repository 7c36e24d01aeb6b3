import type { Locale } from '#i18n/strings.ts'

export type ExportFormat = 'html' | 'docx' | 'md' | 'json'

type ExportWish = {
  readonly workspaceId: string
  readonly format: ExportFormat
  readonly names: boolean
  readonly lang: Locale
  /** To look at in the browser instead of to save. */
  readonly inline?: boolean
}

export const exportAddress = ({ workspaceId, format, names, lang, inline }: ExportWish): string => {
  const wish = new URLSearchParams({ format, lang, names: names ? '1' : '0', ...(inline ? { inline: '1' } : {}) })
  return `/api/workspaces/${workspaceId}/export?${wish}`
}

/** Has the server make a file and hands it to the browser to keep; false when it could not be made. */
export const saveFile = async (wish: ExportWish): Promise<boolean> => {
  try {
    const answer = await fetch(exportAddress(wish))
    if (!answer.ok) return false
    const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `polder.${wish.format}`
    const address = URL.createObjectURL(await answer.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    URL.revokeObjectURL(address)
    return true
  } catch {
    return false
  }
}
