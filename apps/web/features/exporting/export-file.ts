import { addressOf } from '#protocol/http-paths.ts'
import type { ExportFormat } from '#protocol/http-schemas.ts'
import type { Refusal } from '../../api/ask.ts'
import { saveFrom } from '../../api/save-file.ts'
import { partsAsked, type Choices } from './choices.ts'

export type ExportWish = {
  readonly workspaceId: string
  readonly format: ExportFormat
  readonly choices: Choices
  /** To look at in the browser instead of to save. */
  readonly inline?: boolean
}

export const exportAddress = ({ workspaceId, format, choices, inline = false }: ExportWish): string => {
  const { kind, level, names, licence, lang, draft, session, lens } = choices
  return addressOf(
    'export',
    { workspace: workspaceId },
    {
      format,
      lang,
      names: flag(names),
      draft: flag(draft),
      kind,
      level,
      licence,
      session: session ?? undefined,
      lens: lens === 'influence' ? undefined : lens,
      parts: partsAsked(choices),
      inline: inline ? '1' : undefined,
    },
  )
}

const flag = (on: boolean): '0' | '1' => (on ? '1' : '0')

/** Has the server make a file and hands it to the browser to keep; a refusal when it could not be made. */
export const saveFile = (wish: ExportWish): Promise<Refusal | null> =>
  saveFrom(exportAddress(wish), `polder.${wish.format}`)
