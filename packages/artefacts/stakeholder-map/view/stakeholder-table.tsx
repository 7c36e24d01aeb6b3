import { ArrowDown, ArrowUp, ExternalLink, Plus, Trash2 } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { participationLevels } from '#domain/workspace.ts'
import { compareText } from '#kernel/order.ts'
import { Button } from '#ui/button.tsx'
import { characterise, renameStakeholder, type Trait } from '../commands.ts'
import { atTableAnswers, confidences, levels, sectors, stakeholderKinds, type Stakeholder } from '../shape.ts'
import { RelationTable } from './relation-table.tsx'
import { StepField } from './step-field.tsx'
import { useMapPage } from './use-map.ts'
import { useWindow } from './use-window.ts'
import { VoiceMarker } from './voice-marker.tsx'

const scaleColumns = ['impact', 'influence', 'interest', 'world', 'urgency', 'legitimacy', 'attitude', 'ring'] as const
const choiceColumns = [
  'atTable',
  'participationCurrent',
  'participationDesired',
  'kind',
  'sector',
  'level',
  'confidence',
] as const
type Column = 'name' | 'lines' | 'livedExperience' | (typeof scaleColumns)[number] | (typeof choiceColumns)[number]
type Sorting = { readonly by: Column; readonly down: boolean }
type TableProps = {
  readonly rows: readonly Stakeholder[]
  readonly lit: ReadonlySet<string> | null
  readonly selected: string | null
  /** The row to go to; a new object goes there again. */
  readonly wanted: { readonly id: string } | null
  readonly onOpen: (id: string) => void
  readonly onAdd: () => void
  readonly onLine: (id: string) => void
  readonly onRelate: (() => void) | null
  /** With the table of lines below, where the table is all there is. */
  readonly whole?: boolean
}

const rowHeight = 45
const control =
  'focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2 text-sm disabled:border-ditch disabled:bg-field read-only:border-ditch'

/** The same facts as the map, every one to change in its place; only the rows in view are drawn. */
export const StakeholderTable = ({
  rows,
  lit,
  selected,
  wanted,
  onOpen,
  onAdd,
  onLine,
  onRelate,
  whole = false,
}: TableProps) => {
  const { strings, words, desk, linesOf } = useMapPage()
  const [sorting, setSorting] = useState<Sorting>({ by: 'impact', down: true })
  const scroller = useRef<HTMLElement>(null)
  const shown = useMemo(() => (lit === null ? rows : rows.filter(({ id }) => lit.has(id))), [rows, lit])
  const sorted = useMemo(() => {
    const countOf = (row: Stakeholder) => linesOf(row.id).length
    return shown.toSorted((a, b) => (sorting.down ? -1 : 1) * compare(a, b, sorting.by, countOf))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- lines are counted when it is sorted by them
  }, [shown, sorting, sorting.by === 'lines' ? linesOf : null])
  const place = useRef(sorted)
  useEffect(() => {
    place.current = sorted
  })
  useEffect(() => {
    const at = wanted ? place.current.findIndex(({ id }) => id === wanted.id) : -1
    if (!wanted || at === -1) return
    scroller.current?.scrollTo({ top: at * rowHeight })
    // The row is drawn once the scrolling was seen.
    let tries = 20
    const focus = () => {
      const row = document.getElementById(`row-${wanted.id}`)?.querySelector('input')
      if (row) row.focus()
      else if ((tries -= 1) > 0) requestAnimationFrame(focus)
    }
    requestAnimationFrame(focus)
  }, [wanted])
  const { first, last, before, after } = useWindow(scroller, sorted.length, rowHeight, 90)
  const head = (by: Column, label: string) => (
    <th
      scope="col"
      className="px-2.5 py-2 text-left font-label whitespace-nowrap"
      aria-sort={sorting.by === by ? (sorting.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="focus-ring flex min-h-6 items-center gap-1"
        aria-label={strings.sortBy(label)}
        onClick={() => setSorting({ by, down: sorting.by === by ? !sorting.down : by !== 'name' })}
      >
        {label}
        {sorting.by === by ? (
          sorting.down ? (
            <ArrowDown size={14} aria-hidden />
          ) : (
            <ArrowUp size={14} aria-hidden />
          )
        ) : null}
      </button>
    </th>
  )
  const choiceHeads: { readonly [Name in (typeof choiceColumns)[number]]: string } = {
    atTable: strings.atTable,
    participationCurrent: strings.takesPart,
    participationDesired: strings.shouldTakePart,
    kind: strings.kind,
    sector: strings.sector,
    level: strings.level,
    confidence: strings.howSure,
  }
  return (
    <section
      ref={scroller}
      className="parcel min-h-0 overflow-auto"
      aria-labelledby="table-head"
      // What scrolls must be reached by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className="sticky left-0 flex flex-wrap items-center gap-3 px-5 py-1.5">
        <h2 id="table-head" className="font-strong">
          {strings.table}
        </h2>
        <p className="text-sm text-ink-2">{strings.tableNote}</p>
        {shown.length < rows.length ? (
          <p className="bg-light-tint px-2 text-sm">{strings.hidden(rows.length - shown.length)}</p>
        ) : null}
        {whole && desk.canWrite ? (
          <Button variant="default" size="dense" onClick={onAdd} icon={<Plus size={16} aria-hidden />}>
            {strings.add}
          </Button>
        ) : null}
      </div>
      <table className="w-full text-sm" aria-rowcount={sorted.length + 1}>
        <thead className="sticky top-0 z-[1] bg-field">
          <tr>
            {head('name', strings.who)}
            {scaleColumns.map((column) => (
              <Keyed key={column}>{head(column, words.scales[column])}</Keyed>
            ))}
            {choiceColumns.map((column) => (
              <Keyed key={column}>{head(column, choiceHeads[column])}</Keyed>
            ))}
            {head('livedExperience', strings.livedShort)}
            {head('lines', strings.linesHead)}
            <th scope="col">
              <span className="sr-only">{strings.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <tr aria-hidden style={{ height: before }} /> : null}
          {sorted.slice(first, last).map((row, at) => (
            <TableRow
              key={row.id}
              stakeholder={row}
              index={first + at + 2}
              selected={row.id === selected}
              lines={linesOf(row.id).length}
              onOpen={onOpen}
            />
          ))}
          {after > 0 ? <tr aria-hidden style={{ height: after }} /> : null}
        </tbody>
      </table>
      {whole ? <RelationTable onLine={onLine} onRelate={onRelate} /> : null}
    </section>
  )
}

const Keyed = ({ children }: { children: ReactNode }) => children

const orders: { readonly [Name in (typeof choiceColumns)[number]]: readonly string[] } = {
  atTable: atTableAnswers,
  participationCurrent: participationLevels,
  participationDesired: participationLevels,
  kind: stakeholderKinds,
  sector: sectors,
  level: levels,
  confidence: confidences,
}

const isChoice = (column: Column): column is (typeof choiceColumns)[number] => Object.hasOwn(orders, column)

const compare = (a: Stakeholder, b: Stakeholder, by: Column, countOf: (row: Stakeholder) => number): number => {
  const last = compareText(b.id, a.id)
  if (by === 'name') return a.name.localeCompare(b.name)
  if (by === 'lines') return countOf(a) - countOf(b) || last
  if (by === 'livedExperience') return Number(a.livedExperience) - Number(b.livedExperience) || last
  if (isChoice(by)) return orders[by].indexOf(a[by] ?? '') - orders[by].indexOf(b[by] ?? '') || last
  return (a[by] ?? -9) - (b[by] ?? -9) || last
}

type RowProps = {
  readonly stakeholder: Stakeholder
  readonly index: number
  readonly selected: boolean
  readonly lines: number
  readonly onOpen: (id: string) => void
}

const TableRow = memo(({ stakeholder, index, selected, lines, onOpen }: RowProps) => {
  const { desk, act, remove, strings, words, terms } = useMapPage()
  const { id, name } = stakeholder
  return (
    // Escape goes back to the card that one came from.
    <tr
      onKeyDown={(event) => event.key === 'Escape' && focusCard(id)}
      id={`row-${id}`}
      aria-rowindex={index}
      style={{ height: rowHeight }}
      className={`border-t border-ditch ${selected ? 'bg-water-tint' : ''}`}
    >
      <th scope="row" className="min-w-64 px-2.5 py-1 text-left font-normal">
        <span className="flex items-center gap-2">
          <VoiceMarker stakeholder={stakeholder} />
          <input
            aria-label={`${strings.name}: ${name}`}
            value={name}
            maxLength={120}
            readOnly={!desk.canWrite}
            className={`${control} min-w-0 flex-1`}
            onChange={(event) => act((draft) => renameStakeholder(draft, id, event.target.value))}
          />
          <button
            type="button"
            aria-label={strings.openOne(name)}
            onClick={() => onOpen(id)}
            className="focus-ring grid size-8 shrink-0 place-items-center rounded-control hover:bg-field"
          >
            <ExternalLink size={15} aria-hidden />
          </button>
        </span>
      </th>
      {scaleColumns.map((scale) => (
        <td key={scale} className="px-2.5 py-1 whitespace-nowrap">
          <StepField
            stakeholder={stakeholder}
            scale={scale}
            hideButtons={scale !== 'impact' && scale !== 'influence' && scale !== 'interest'}
          />
        </td>
      ))}
      <Choice
        stakeholder={stakeholder}
        trait="atTable"
        label={strings.atTable}
        codes={atTableAnswers}
        names={words.atTable}
        empty={null}
      />
      <Choice
        stakeholder={stakeholder}
        trait="participationCurrent"
        label={strings.takesPart}
        codes={participationLevels}
        names={terms.ladder}
        empty={strings.unknown}
      />
      <Choice
        stakeholder={stakeholder}
        trait="participationDesired"
        label={strings.shouldTakePart}
        codes={participationLevels}
        names={terms.ladder}
        empty={strings.unknown}
      />
      <Choice
        stakeholder={stakeholder}
        trait="kind"
        label={strings.kind}
        codes={stakeholderKinds}
        names={words.kinds}
        empty={strings.unknown}
      />
      <Choice
        stakeholder={stakeholder}
        trait="sector"
        label={strings.sector}
        codes={sectors}
        names={terms.sectors}
        empty={strings.unknown}
      />
      <Choice
        stakeholder={stakeholder}
        trait="level"
        label={strings.level}
        codes={levels}
        names={terms.levels}
        empty={strings.unknown}
      />
      <Choice
        stakeholder={stakeholder}
        trait="confidence"
        label={strings.howSure}
        codes={confidences}
        names={terms.confidences}
        empty={strings.unknown}
      />
      <td className="px-2.5 py-1 text-center">
        <input
          type="checkbox"
          aria-label={`${strings.lived}: ${name}`}
          className="focus-ring size-6 accent-water"
          disabled={!desk.canWrite}
          checked={stakeholder.livedExperience}
          onChange={(event) => act((draft) => characterise(draft, id, 'livedExperience', event.target.checked))}
        />
      </td>
      <td className="px-2.5 py-1 text-right tabular-nums">{lines}</td>
      <td className="px-2 py-1">
        {desk.canWrite ? (
          <button
            type="button"
            aria-label={strings.removeOne(name)}
            onClick={() => remove(id)}
            className="focus-ring grid size-8 place-items-center rounded-control hover:bg-field"
          >
            <Trash2 size={16} aria-hidden />
          </button>
        ) : null}
      </td>
    </tr>
  )
})
TableRow.displayName = 'TableRow'

/** Puts the focus on the card of a party, where there is one. */
export const focusCard = (id: string | null): void => {
  if (id !== null) document.querySelector<HTMLElement>(`[data-stakeholder="${CSS.escape(id)}"]`)?.focus()
}

type CodeOf<Name extends Trait> = Extract<Stakeholder[Name], string>
type ChoiceProps<Name extends Trait> = {
  readonly stakeholder: Stakeholder
  readonly trait: Name
  readonly label: string
  readonly codes: readonly (Stakeholder[Name] & string)[]
  readonly names: { readonly [Code in CodeOf<Name>]: string }
  /** The words for knowing nothing; without them something always holds. */
  readonly empty: string | null
}

const Choice = <Name extends Trait>({ stakeholder, trait, label, codes, names, empty }: ChoiceProps<Name>) => {
  const { desk, act } = useMapPage()
  const value = stakeholder[trait]
  const wordsOf: { readonly [code: string]: string } = names
  const choose = (code: string) => {
    const found = codes.find((each) => each === code)
    // Nothing chosen is unknown, which every such trait but one can be.
    act((draft) => characterise(draft, stakeholder.id, trait, found ?? unknownOf(trait)))
  }
  return (
    <td className="px-2.5 py-1">
      <select
        aria-label={`${label} ${stakeholder.name}`}
        disabled={!desk.canWrite}
        className={`${control} max-w-48`}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => choose(event.target.value)}
      >
        {empty === null ? null : <option value="">{empty}</option>}
        {codes.map((code) => (
          <option key={code} value={code}>
            {wordsOf[code] ?? code}
          </option>
        ))}
      </select>
    </td>
  )
}

// The empty value of a choice is `null`, which the types of single traits hide; the one without has no empty choice.
const unknownOf = <Name extends Trait>(trait: Name): Stakeholder[Name] =>
  (trait === 'atTable' ? 'unknown' : null) as Stakeholder[Name]
