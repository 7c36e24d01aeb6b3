import type { Cell } from '#crdt/draft.ts'
import type { Field, ValueField } from '#crdt/shape.ts'

type Fields = { readonly [name: string]: Field }

/** New values for single-valued fields, by name. */
export type ValuesOf<Some extends Fields> = {
  readonly [
    Name in keyof Some as Some[Name] extends ValueField<unknown> ? Name : never
  ]?: Some[Name] extends ValueField<infer Value> ? Value : never
}

/** Writes values into the cells that carry their names; `false`, and nothing is written, when one cannot be such a value. */
export const writeValues = (fields: Fields, draft: object, said: object): boolean => {
  const given = Object.entries(said).filter(([, value]) => value !== undefined)
  const cells = given.map(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const sound = field?.kind === 'value' && field.parse(value) !== undefined
    const cell: unknown = Reflect.get(draft, name)
    return sound && isCell(cell) ? () => cell.set(value) : null
  })
  if (cells.includes(null)) return false
  for (const write of cells) write?.()
  return true
}

const isCell = (found: unknown): found is Cell<unknown> =>
  typeof found === 'object' && found !== null && 'set' in found && typeof found.set === 'function'
