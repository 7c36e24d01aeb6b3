import { isId } from '#kernel/id.ts'
import type { TableName } from './shape.ts'

/** Objects of a file whose parts are fields of their own in a document: the part's name in the file → the field. */
export const foldedFields = {
  card: { believe: 'cardBelieve', test: 'cardTest', measure: 'cardMeasure', rightIf: 'cardRightIf' },
  costEstimate: { money: 'costMoney', hours: 'costHours' },
  scaling: { out: 'out', up: 'up', deep: 'deep', none: 'none' },
} as const

/** The lists that a file holds inside an experiment; results stand with their measure. */
export const filedLists = [
  'assumptions',
  'changeChain',
  'steps',
  'measures',
  'stopRules',
  'effects',
  'distribution',
  'ruleBarriers',
  'ethics',
  'learningLog',
  'learningCards',
] as const satisfies readonly TableName[]
export type FiledList = (typeof filedLists)[number]

/** What names a row of a list that a file writes without ids. */
const rowKeys: { readonly [List in FiledList]?: string } = { distribution: 'stakeholderId', ethics: 'code' }

/** The id of a row that has none in a file: the experiment and what the row is about, so that it is the same each time. */
export const derivedId = (
  experimentId: string,
  list: FiledList,
  row: { readonly [name: string]: unknown },
): string | null => {
  const key = rowKeys[list]
  const about = key === undefined ? undefined : row[key]
  if (typeof about !== 'string') return null
  const id = `${experimentId}-${about.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`
  return isId(id) ? id : null
}

/** The id of the first, second … result of a measure that has none in a file. */
export const resultId = (measureId: string, number: number): string => `${measureId}-r${number}`
