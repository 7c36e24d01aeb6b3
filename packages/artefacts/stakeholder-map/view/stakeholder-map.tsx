import { ChevronDown, ChevronUp } from 'lucide-react'
import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { chunkOf } from '#react/chunk.ts'
import { useStrings } from '#react/use-strings.tsx'
import { DeskProvider, type ArtefactViewProps } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { litBy, noFilter } from '../filter.ts'
import type { Look } from '../layout.ts'
import { isGridLens, lenses } from '../lenses.ts'
import { legendOf } from '../marks.ts'
import type { shape, StakeholderId } from '../shape.ts'
import { AddDialog } from './add-dialog.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { Legend } from './legend.tsx'
import { LensList } from './lens-list.tsx'
import { MapBar, RingBar, type SidePanel } from './map-bar.tsx'
import { partStrings } from './part-strings.ts'
import { RelateDialog } from './relate-dialog.tsx'
import { StakeholderPanel } from './stakeholder-panel.tsx'
import { focusCard, StakeholderTable } from './stakeholder-table.tsx'
import { Toast } from './toast.tsx'
import { named, useLook, type LookState } from './use-look.ts'
import { MapContext, useMap, useMapPage, type MapPage } from './use-map.ts'
import { usePaper } from './use-paper.ts'
import { isWide, usePhone } from './use-phone.ts'

const MapCanvas = chunkOf(async () => (await import('./map-canvas.tsx')).MapCanvas)
const MissingPanel = lazy(async () => ({ default: (await import('./missing-panel.tsx')).MissingPanel }))
const NetworkPanel = lazy(async () => ({ default: (await import('./network-panel.tsx')).NetworkPanel }))
const ViewsPanel = lazy(async () => ({ default: (await import('./views-panel.tsx')).ViewsPanel }))
const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel }))
const DifferencesPanel = lazy(async () => ({ default: (await import('./differences-panel.tsx')).DifferencesPanel }))
const RelationPanel = lazy(async () => ({ default: (await import('./relation-panel.tsx')).RelationPanel }))
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }))
const FileDialog = lazy(async () => ({ default: (await import('./file-dialog.tsx')).FileDialog }))
const Presenting = lazy(async () => ({ default: (await import('./presenting.tsx')).Presenting }))

// Sent for while the document is still on its way, where there is room for a drawing.
if (isWide()) MapCanvas.fetch()

/** The page of a map: who is involved, as a drawing, a table, or on a phone a list. */
export const StakeholderMapView = ({ desk }: ArtefactViewProps<typeof shape>) => {
  const page = useMap(desk)
  return (
    <DeskProvider value={desk}>
      <MapContext value={page}>
        <Page page={page} />
      </MapContext>
    </DeskProvider>
  )
}

type Asking =
  | { readonly ask: 'add' }
  | { readonly ask: 'files' }
  | { readonly ask: 'relate'; readonly from: StakeholderId | null; readonly to: StakeholderId | null }
  | { readonly ask: 'merge'; readonly keep: StakeholderId; readonly gone?: StakeholderId }

const Page = ({ page }: { page: MapPage }) => {
  const { map, desk, voiceOf, index } = page
  const phone = usePhone()
  const { look, change } = useLook(index.parties)
  const [panel, setPanel] = useState<SidePanel | null>(look.filter.missing ? 'missing' : null)
  const [line, setLine] = useState<string | null>(named)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null)
  const [presenting, setPresenting] = useState(false)
  // Until somebody says, the table is open where cards leave room for it.
  const [wishedTable, setTableOpen] = useState<boolean | null>(null)
  const { lens, filter, selected } = look
  const rows = map.stakeholders
  const tableOpen = wishedTable ?? isGridLens(lens)
  const missing = rows.filter((row) => voiceOf(row).missing)
  const lit = useMemo(() => litBy(map, filter, (row) => voiceOf(row).missing), [map, filter, voiceOf])

  const open = (id: string | null) => {
    setLine(null)
    setPanel(null)
    change({ selected: id })
  }
  // Who follows a line of a report comes for one party or one line between two.
  const openNamed = useEffectEvent(() => {
    const id = named()
    if (index.parties.has(id)) open(id)
    else if (index.sound.some((relation) => relation.id === id)) setLine(id)
  })
  useEffect(() => {
    window.addEventListener('hashchange', openNamed)
    return () => window.removeEventListener('hashchange', openNamed)
  }, [])
  const close = () => {
    open(null)
    focusCard(selected)
  }
  const openPanel = (next: SidePanel | null) => {
    setLine(null)
    change({ selected: null })
    setPanel(next)
  }
  const relateFrom = (from: StakeholderId | null, to: StakeholderId | null = null) =>
    setAsking({ ask: 'relate', from, to })
  const onKey = (key: string, shift: boolean, id: string | null): boolean => {
    const small = key.toLowerCase()
    const numbered = /^[1-9]$/.test(key) ? lenses[Number(key) - 1] : undefined
    if (numbered) change({ lens: numbered })
    else if (small === 'n' && desk.canWrite) setAsking({ ask: 'add' })
    else if (small === 'f') openPanel('filter')
    else if (small === 'm') open(neighbour(missing, id, shift ? -1 : 1))
    else if (id === null) return false
    else if (small === 'r' && shift) showLines(id)
    else if (small === 'r' && desk.canWrite) relateFrom(id)
    else if (key === 'Delete' && desk.canWrite) page.remove(id)
    else if (small === 't') focusRow(id)
    else return false
    return true
  }
  const showLines = (id: string) => {
    open(id)
    requestAnimationFrame(() => document.getElementById('lines-head')?.focus())
  }
  const focusRow = (id: string) => {
    setTableOpen(true)
    setWanted({ id })
  }
  const shownLine = line === null ? undefined : map.relations.find(({ id }) => id === line)
  const shownParty = selected === null ? undefined : index.parties.get(selected)
  const merging = asking?.ask === 'merge' ? index.parties.get(asking.keep) : undefined
  const table = (whole: boolean) => (
    <StakeholderTable
      rows={rows}
      lit={lit}
      selected={selected}
      wanted={wanted}
      whole={whole}
      onOpen={open}
      onLine={setLine}
      onAdd={() => setAsking({ ask: 'add' })}
      onRelate={desk.canWrite ? () => relateFrom(null) : null}
    />
  )
  return (
    <main className="parcels h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] content-stretch">
      <div className="parcels">
        <MapBar
          look={look}
          phone={phone}
          missing={missing.length}
          panel={panel}
          onChange={change}
          onPanel={openPanel}
          onAdd={() => setAsking({ ask: 'add' })}
          onFiles={() => setAsking({ ask: 'files' })}
        />
        {presenting ? (
          <Suspense>
            <Presenting onChange={change} onStop={() => setPresenting(false)} />
          </Suspense>
        ) : null}
        {lens === 'rings' ? <RingBar look={look} onChange={change} onPanel={openPanel} /> : null}
        {lit !== null && lit.size < rows.length ? (
          <Hidden count={rows.length - lit.size} onShow={() => change({ filter: noFilter })} />
        ) : null}
        {chosen.size > 0 && lens !== 'table' ? (
          <ChosenBar
            chosen={[...chosen].filter((id) => index.parties.has(id))}
            look={drawn(look)}
            onMerge={(keep, gone) => setAsking({ ask: 'merge', keep, gone })}
            onClear={() => setChosen(new Set())}
          />
        ) : null}
      </div>
      <div className="flex min-h-0 gap-ditch bg-ditch">
        <div className="parcels min-h-0 min-w-0 flex-1 content-stretch overflow-auto lg:grid-rows-[minmax(0,1fr)]">
          {rows.length === 0 ? (
            <Empty page={page} />
          ) : lens === 'table' ? (
            table(true)
          ) : phone ? (
            <LensList
              rows={lit === null ? rows : rows.filter(({ id }) => lit.has(id))}
              look={drawn(look)}
              onOpen={open}
            />
          ) : (
            <Drawing
              page={page}
              look={look}
              lit={lit}
              chosen={chosen}
              tableOpen={tableOpen}
              onTable={setTableOpen}
              onOpen={open}
              onChoose={(ids) => setChosen(new Set(ids))}
              onLine={relateFrom}
              onKey={onKey}
              table={table(false)}
            />
          )}
        </div>
        <Suspense fallback={<div className="parcel w-[21.5rem] shrink-0 max-lg:hidden" />}>
          {shownLine ? (
            <RelationPanel relation={shownLine} onClose={() => setLine(null)} onOpen={open} />
          ) : shownParty ? (
            <StakeholderPanel
              stakeholder={shownParty}
              onClose={close}
              onOpen={open}
              onLine={setLine}
              onMerge={(keep) => setAsking({ ask: 'merge', keep })}
              onRelate={() => relateFrom(shownParty.id)}
            />
          ) : panel === 'missing' ? (
            <MissingPanel onClose={() => setPanel(null)} onOpen={open} />
          ) : panel === 'network' ? (
            <NetworkPanel onClose={() => setPanel(null)} onOpen={open} />
          ) : panel === 'filter' ? (
            <FilterPanel look={look} onChange={change} onClose={() => setPanel(null)} />
          ) : panel === 'views' ? (
            <ViewsPanel
              look={look}
              onChange={change}
              onPresent={() => {
                setPanel(null)
                setPresenting(true)
              }}
              onClose={() => setPanel(null)}
            />
          ) : panel === 'differences' ? (
            <DifferencesPanel phase={look.phase} onOpen={open} onClose={() => setPanel(null)} />
          ) : null}
        </Suspense>
      </div>
      <p role="status" className="sr-only">
        {page.said}
      </p>
      {page.told === null ? null : <Toast words={page.told} />}
      {asking?.ask === 'add' ? <AddDialog onClose={() => setAsking(null)} onAdded={open} /> : null}
      {asking?.ask === 'files' ? (
        <Suspense>
          <FileDialog lens={lens} onClose={() => setAsking(null)} />
        </Suspense>
      ) : null}
      {asking?.ask === 'relate' ? (
        <RelateDialog from={asking.from} to={asking.to} onClose={() => setAsking(null)} />
      ) : null}
      {asking?.ask === 'merge' && merging ? (
        <Suspense>
          <MergeDialog keep={merging} other={asking.gone} onClose={() => setAsking(null)} />
        </Suspense>
      ) : null}
    </main>
  )
}

type DrawingProps = {
  readonly page: MapPage
  readonly look: LookState
  readonly lit: ReadonlySet<string> | null
  readonly chosen: ReadonlySet<string>
  readonly tableOpen: boolean
  readonly onTable: (open: boolean) => void
  readonly onOpen: (id: string | null) => void
  readonly onChoose: (ids: readonly string[]) => void
  readonly onLine: (from: StakeholderId, to: StakeholderId) => void
  readonly onKey: (key: string, shift: boolean, id: string | null) => boolean
  readonly table: ReactNode
}

const Drawing = ({ page, look, tableOpen, onTable, table, ...rest }: DrawingProps) => {
  const { map, strings, words, terms } = page
  const parts = useStrings(partStrings)
  const { mark, size, filter, selected } = look
  const drawing = useRef<HTMLDivElement>(null)
  usePaper(drawing)
  const shown = useMemo(() => drawn(look), [look])
  // The drawing is what people came for: on a large map the rows of the table come behind it.
  const rowsMayCome = useDeferredValue(true, false)
  const legend = useMemo(
    () => legendOf(map.stakeholders, mark, { map: words, terms, rest: parts.rest, unknown: parts.unknown }),
    [map.stakeholders, mark, words, terms, parts],
  )
  return (
    <div
      className={`parcels min-h-full ${tableOpen ? 'grid-rows-[minmax(min-content,1fr)_auto_13rem]' : 'grid-rows-[minmax(min-content,1fr)_auto]'}`}
    >
      <div
        ref={drawing}
        className="relative grid min-h-0 print:h-(--drawn-height) print:w-(--drawn-width) print:[zoom:var(--on-paper)]"
      >
        <MapCanvas
          waiting={<p className="parcel p-5 text-ink-2">{strings.loading}</p>}
          rows={map.stakeholders}
          look={shown}
          mark={mark}
          size={size}
          legend={legend}
          types={filter.types}
          selected={selected}
          {...rest}
        />
        <Legend lines={legend} withLines={shown.lens === 'rings' || shown.lens === 'network'} />
      </div>
      <div className="parcel flex items-center justify-end px-3 print:hidden">
        <Button
          variant="quiet"
          size="dense"
          aria-expanded={tableOpen}
          icon={tableOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
          onClick={() => onTable(!tableOpen)}
        >
          {tableOpen ? strings.closeTable : strings.openTable}
        </Button>
      </div>
      {tableOpen ? <div className="grid min-h-0 print:hidden">{rowsMayCome ? table : null}</div> : null}
    </div>
  )
}

/** The look of the drawing; the table has none, and shows what the first lens shows. */
const drawn = ({ lens, phase, ringView }: LookState): Look => ({
  lens: lens === 'table' ? 'influence' : lens,
  phase,
  ringView,
})

const neighbour = (rows: readonly { readonly id: string }[], id: string | null, by: 1 | -1): string | null => {
  const at = rows.findIndex((row) => row.id === id)
  return rows.at(at === -1 ? (by === 1 ? 0 : -1) : (at + by) % rows.length)?.id ?? null
}

const Hidden = ({ count, onShow }: { count: number; onShow: () => void }) => {
  const { strings } = useMapPage()
  return (
    <div className="parcel flex flex-wrap items-center gap-3 bg-light-tint px-4 py-1 text-sm">
      <span role="status">{strings.hidden(count)}</span>
      <Button variant="quiet" size="dense" onClick={onShow}>
        {strings.showAll}
      </Button>
    </div>
  )
}

const Empty = ({ page: { strings } }: { page: MapPage }) => (
  <div className="parcel grid content-center justify-items-center gap-1 p-8 text-center">
    <p className="text-lg font-strong">{strings.empty}</p>
    <p className="text-ink-2">{strings.emptyHint}</p>
  </div>
)
