import { isId } from '#kernel/id.ts'
import type { OwnedList } from './shape.ts'

/** Objects of a file whose parts are fields of their own in a document: the part's name in the file → the field. */
const scaleFields = {
  text: 'scaleText',
  count: 'scaleCount',
  unit: 'scaleUnit',
  evidenceIds: 'scaleEvidenceIds',
} as const
const povFields = { who: 'who', need: 'need', insight: 'insight' } as const
export type Folds = { readonly [object: string]: { readonly [part: string]: string } }
export const problemFolds: Folds = { scale: scaleFields }
export const formulationFolds: Folds = { pov: povFields }

/** The lists that a file holds inside a problem; formulations are a list of their own. */
export const filedLists = [
  'lines',
  'gaps',
  'rules',
  'causes',
  'effects',
  'assumptions',
  'carriers',
  'takenUpBy',
  'links',
] as const satisfies readonly OwnedList[]
export type FiledList = (typeof filedLists)[number]

/** What names a row of a list that a file writes without ids. */
const rowKeys: { readonly [List in FiledList]?: readonly string[] } = {
  carriers: ['stakeholderId'],
  takenUpBy: ['perspective', 'tableId'],
  links: ['toId', 'type'],
}

/** The id of a row that has none in a file: the problem and what the row is about, so that it is the same each time. */
export const derivedId = (
  problemId: string,
  list: FiledList,
  row: { readonly [name: string]: unknown },
): string | null => {
  const about = (rowKeys[list] ?? []).flatMap((key) => {
    const part = row[key]
    return typeof part === 'string' && part !== '' ? [part] : []
  })
  if (about.length === 0) return null
  const id = [problemId, ...about].join('-').replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
  return isId(id) ? id : null
}
