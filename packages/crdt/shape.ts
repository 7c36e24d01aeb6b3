import type { Id } from '#kernel/id.ts'
import type { Order } from '#kernel/order.ts'
import type { Prose } from './prose.ts'

/** Rich text that people type in together: a `Y.XmlFragment`. */
export type ProseField = { readonly kind: 'prose' }
/** Plain text that merges by character: a `Y.Text`. */
export type TextField = { readonly kind: 'text' }
/**
 * One value, the last write wins. `parse` gives `undefined` for what cannot be one, and the fallback is read. New rows do
 * not hold their fallbacks, so a fallback never changes its meaning.
 */
export type ValueField<Value> = {
  readonly kind: 'value'
  readonly fallback: Value
  readonly parse: (raw: unknown) => Value | undefined
}
/** Ids of other things, in the order in which they were added; two people who add at once both win. */
export type SetField<Kind extends string> = { readonly kind: 'set'; readonly of: Kind }
/** Things by id. New ids begin with `prefix`. */
export type TableField<Kind extends string, Fields extends RowFields> = {
  readonly kind: 'table'
  readonly of: Kind
  readonly prefix: string
  readonly fields: Fields
}

export type RowField = ProseField | TextField | ValueField<unknown> | SetField<string>
export type RowFields = { readonly [name: string]: RowField }
export type Field = RowField | TableField<string, RowFields>
/** The declared roots of one document. Shapes only grow: a name never changes its kind. */
export type Shape = { readonly [name: string]: Field }

export const prose = (): ProseField => ({ kind: 'prose' })
export const text = (): TextField => ({ kind: 'text' })
export const set = <Kind extends string>(of: Kind): SetField<Kind> => ({ kind: 'set', of })
export const table = <Kind extends string, Fields extends RowFields>(
  of: Kind,
  prefix: string,
  fields: Fields,
): TableField<Kind, Fields> => ({ kind: 'table', of, prefix, fields })

export const value = <Value>(fallback: Value, parse: (raw: unknown) => Value | undefined): ValueField<Value> => ({
  kind: 'value',
  fallback,
  parse,
})

/** One line of text of at most `limit` characters; a longer one is cut when it is read. */
export const line = (limit = 500): ValueField<string> =>
  value('', (raw) => (typeof raw === 'string' ? raw.replaceAll(/[\r\n]+/g, ' ').slice(0, limit) : undefined))

/** One of the named codes. */
export const oneOf = <const Code extends string>(codes: readonly Code[], fallback: Code): ValueField<Code> =>
  value(fallback, (raw) => codes.find((code) => code === raw))

/** One of the named codes, or `null` while nobody has said. */
export const maybeOneOf = <const Code extends string>(codes: readonly Code[]): ValueField<Code | null> =>
  value<Code | null>(null, (raw) => (raw === null ? null : codes.find((code) => code === raw)))

/** A whole number between two bounds, or `null` for unknown; never a middle value by default. */
export const score = (low: number, high: number): ValueField<number | null> =>
  value<number | null>(null, (raw) =>
    raw === null || (Number.isInteger(raw) && Number(raw) >= low && Number(raw) <= high)
      ? (raw as number | null)
      : undefined,
  )

/** Any finite number, or `null` for unknown. */
export const number = (): ValueField<number | null> =>
  value<number | null>(null, (raw) =>
    raw === null || (typeof raw === 'number' && Number.isFinite(raw)) ? raw : undefined,
  )

export const flag = (fallback = false): ValueField<boolean> =>
  value(fallback, (raw) => (typeof raw === 'boolean' ? raw : undefined))

/** A calendar date as `2026-03-12`, or `null`. */
export const date = (): ValueField<string | null> =>
  value<string | null>(null, (raw) =>
    raw === null ? null : typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined,
  )

/** The id of one other thing, here or in another document, or `null`. */
export const ref = <Kind extends string>(_of: Kind): ValueField<Id<Kind> | null> =>
  value<Id<Kind> | null>(null, (raw) => (raw === null ? null : typeof raw === 'string' && raw !== '' ? raw : undefined))

/** Short words people put on a thing to find it again. */
export const tags = (): ValueField<readonly string[]> => texts()

/** A short list of lines that is replaced as a whole. */
export const texts = (): ValueField<readonly string[]> =>
  value<readonly string[]>([], (raw) =>
    Array.isArray(raw) && raw.every((entry) => typeof entry === 'string') ? raw : undefined,
  )

type FieldContent<F extends Field> = F extends ProseField
  ? Prose
  : F extends TextField
    ? string
    : F extends ValueField<infer Value>
      ? Value
      : F extends SetField<infer Kind>
        ? readonly Id<Kind>[]
        : F extends TableField<infer Kind, infer Fields>
          ? readonly Row<Kind, Fields>[]
          : never

/** One thing of a table: its id, its place, the perspective that it came from (`''` if not known), its fields. */
export type Row<Kind extends string, Fields extends RowFields> = {
  readonly id: Id<Kind>
  readonly order: Order
  readonly by: string
} & { readonly [Name in keyof Fields]: FieldContent<Fields[Name]> }

/** A document as frozen plain data, for reading. Rows stand in their order; an untouched row keeps its identity. */
export type ContentOf<S extends Shape> = { readonly [Name in keyof S]: FieldContent<S[Name]> }

/** The rows of one table of a content: `RowOf<StakeholderMap, 'stakeholders'>`. */
export type RowOf<Content, Name extends keyof Content> = Content[Name] extends readonly (infer R)[] ? R : never

/** The first values of a new row; what is left out starts empty. */
export type RowInit<Fields extends RowFields> = {
  readonly [Name in keyof Fields]?: Fields[Name] extends ProseField
    ? Prose | string
    : Fields[Name] extends TextField
      ? string
      : Fields[Name] extends SetField<infer Kind>
        ? readonly Id<Kind>[]
        : Fields[Name] extends ValueField<infer Value>
          ? Value
          : never
}
