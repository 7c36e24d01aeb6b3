import { parts } from '#export/report/form.ts'
import { licences } from '#export/report/licence.ts'
import type { Locale } from '#i18n/strings.ts'
import { exportKinds, exportLevels } from '#protocol/http-schemas.ts'
import { keep } from '../../shell/kept.ts'
import { firstChoices, pictureLenses, wholeFormats, type Choices } from './choices.ts'

/** What of the choices comes back at the next visit. Names and a draft are chosen each time anew, a session is of one workspace. */
export type KeptChoices = Pick<Choices, 'kind' | 'level' | 'parts' | 'formats' | 'licence' | 'lens'>

const fieldsOf = (stored: unknown): { readonly [Name in keyof KeptChoices]?: unknown } =>
  typeof stored === 'object' && stored !== null ? stored : {}

/** The choices in what this device kept; each that cannot be read is as at the first visit. */
export const readChoices = (stored: unknown): KeptChoices => {
  const first = firstChoices('nl')
  const { kind, level, formats, licence, lens, parts: order } = fieldsOf(stored)
  const known = Array.isArray(formats) ? wholeFormats.filter((format) => formats.includes(format)) : first.formats
  return {
    kind: exportKinds.find((each) => each === kind) ?? first.kind,
    level: exportLevels.find((each) => each === level) ?? first.level,
    parts: partsIn(order) ?? first.parts,
    formats: known,
    licence: licences.find((each) => each === licence) ?? first.licence,
    lens: pictureLenses.find((each) => each === lens) ?? first.lens,
  }
}

// Every part once: an order from before a part was added is no order any more.
const partsIn = (order: unknown): Choices['parts'] | null => {
  if (!Array.isArray(order)) return null
  const list: readonly unknown[] = order
  const found = list.flatMap((row): Choices['parts'] => {
    if (typeof row !== 'object' || row === null || !('part' in row) || !('on' in row)) return []
    const part = parts.find((each) => each === row.part)
    return part ? [{ part, on: row.on === true }] : []
  })
  const isWhole = found.length === parts.length && new Set(found.map(({ part }) => part)).size === parts.length
  return isWhole ? found : null
}

const kept = keep('polder.report', readChoices)

/** The choices of the last visit on this device, in the language of now. */
export const choicesBefore = (lang: Locale): Choices => ({ ...firstChoices(lang), ...kept.get() })

/** Keeps what may be kept of choices. */
export const keepChoices = ({ kind, level, parts, formats, licence, lens }: Choices): void =>
  kept.set({ kind, level, parts, formats, licence, lens })
