import { Plus, UserRoundX } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { DeskProvider, type ArtefactViewProps } from '#react/workplace.tsx'
import { useLocale } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import type { shape } from '../shape.ts'
import { firstTitle } from '../strings.ts'
import { AddDialog } from './add-dialog.tsx'
import { LensPicker, pageLenses, type PageLens } from './lens-picker.tsx'
import { QuadrantList } from './quadrant-list.tsx'
import { RelateDialog } from './relate-dialog.tsx'
import { StakeholderPanel } from './stakeholder-panel.tsx'
import { StakeholderTable } from './stakeholder-table.tsx'
import { MapContext, useMap, type MapPage } from './use-map.ts'
import { usePhone } from './use-phone.ts'

const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas.tsx')).MapCanvas }))

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

const Page = ({ page }: { page: MapPage }) => {
  const { map, desk, strings, voiceOf } = page
  const locale = useLocale()
  const phone = usePhone()
  const [lens, setLens] = useState<PageLens>('influence')
  const [selected, setSelected] = useState<string | null>(null)
  const [asking, setAsking] = useState<'add' | 'relate' | null>(null)
  const [missingOnly, setMissingOnly] = useState(false)
  const missing = map.stakeholders.filter((row) => voiceOf(row).missing)
  const rows = missingOnly ? missing : map.stakeholders
  const open = map.stakeholders.find(({ id }) => id === selected)
  const close = () => {
    setSelected(null)
    if (selected) document.querySelector<HTMLElement>(`[data-stakeholder="${CSS.escape(selected)}"]`)?.focus()
  }
  const onKey = (key: string, shift: boolean, id: string | null): boolean => {
    const chosen = /^[1-3]$/.test(key) ? pageLenses[Number(key) - 1] : undefined
    if (chosen) setLens(chosen)
    else if (key.toLowerCase() === 'n' && desk.canWrite) setAsking('add')
    else if (key.toLowerCase() === 'r' && !shift && id !== null && desk.canWrite) {
      setSelected(id)
      setAsking('relate')
    } else if (key === 'Delete' && id !== null && desk.canWrite) page.remove(id)
    else if (key.toLowerCase() === 't' && id !== null)
      document.getElementById(`row-${id}`)?.querySelector('button')?.focus()
    else return false
    return true
  }
  return (
    <main className="parcels h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] content-stretch">
      <header className="parcel flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 lg:px-5">
        <h1 className="text-2xl font-display">{firstTitle[locale]}</h1>
        <LensPicker lens={lens} onChange={setLens} />
        <span className="flex flex-1 flex-wrap justify-end gap-2">
          {missing.length > 0 || missingOnly ? (
            <Button variant="default" aria-pressed={missingOnly} onClick={() => setMissingOnly(!missingOnly)}>
              <UserRoundX size={18} aria-hidden /> {strings.missing(missing.length)}
            </Button>
          ) : null}
          {desk.canWrite ? (
            <Button variant="main" onClick={() => setAsking('add')}>
              <Plus size={18} aria-hidden /> {strings.add}
            </Button>
          ) : null}
        </span>
      </header>
      <div className="flex min-h-0 gap-ditch bg-ditch">
        <div className="parcels min-h-0 min-w-0 flex-1 content-stretch overflow-auto lg:grid-rows-[minmax(0,1fr)]">
          {map.stakeholders.length === 0 ? (
            <Empty page={page} />
          ) : phone && lens !== 'table' ? (
            <QuadrantList rows={rows} lens={lens} onOpen={setSelected} />
          ) : lens === 'table' ? (
            <StakeholderTable rows={rows} selected={selected} onOpen={setSelected} />
          ) : (
            <div className="parcels min-h-full grid-rows-[minmax(min-content,1fr)_14rem]">
              <Suspense fallback={<p className="parcel p-5 text-ink-2">{strings.loading}</p>}>
                <MapCanvas rows={rows} lens={lens} selected={selected} onOpen={setSelected} onKey={onKey} />
              </Suspense>
              <StakeholderTable rows={rows} selected={selected} onOpen={setSelected} />
            </div>
          )}
        </div>
        {open ? <StakeholderPanel stakeholder={open} onClose={close} onOpen={setSelected} /> : null}
      </div>
      <p role="status" className="sr-only">
        {page.said}
      </p>
      {page.removed === null ? null : <Removed page={page} name={page.removed} />}
      {asking === 'add' ? <AddDialog onClose={() => setAsking(null)} onAdded={setSelected} /> : null}
      {asking === 'relate' && open ? <RelateDialog from={open} onClose={() => setAsking(null)} /> : null}
    </main>
  )
}

const Empty = ({ page: { strings } }: { page: MapPage }) => (
  <div className="parcel grid content-center justify-items-center gap-1 p-8 text-center">
    <p className="text-lg font-strong">{strings.empty}</p>
    <p className="text-ink-2">{strings.emptyHint}</p>
  </div>
)

const shownMs = 8000

const Removed = ({ page, name }: { page: MapPage; name: string }) => {
  const { strings, desk, forgetRemoved } = page
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(forgetRemoved, shownMs)
    return () => clearTimeout(timer)
    // The page is a new object with each change; the time runs for one removal.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name, held])
  return (
    // Keys that reach it from what it holds.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="status"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className="fixed bottom-6 left-1/2 z-30 flex -translate-x-1/2 items-center gap-4 rounded-float bg-ink px-4 py-2 text-land shadow-lift"
    >
      {strings.removed(name)}
      <button
        type="button"
        className="focus-ring min-h-11 font-strong underline"
        onClick={() => {
          desk.undo.undo()
          forgetRemoved()
        }}
      >
        {strings.undo}
      </button>
    </div>
  )
}
