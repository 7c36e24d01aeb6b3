import type { ReactNode } from 'react'
import { Marker, OpenRing, Ring } from '#ui/marker.tsx'
import type { Party, Telling, Verdict } from './tell.ts'

/** A small drawing of what is in an artefact; the words beside it say the same. */
export const Picture = ({ telling }: { readonly telling: Telling }) => {
  switch (telling.kind) {
    case 'problem-statement':
      return <TreePicture causes={telling.causes} effects={telling.effects} />
    case 'stakeholder-map':
      return <MapPicture parties={telling.parties} />
    case 'experiment-plan':
      return <MeasuresPicture verdicts={telling.verdicts} />
  }
}

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg viewBox="0 0 150 84" className="block h-21 w-37.5 max-w-full" aria-hidden>
    {children}
  </svg>
)

const mostBranches = 6

// What follows from it grows above the line, what it comes from lies under it.
const TreePicture = ({ causes, effects }: { causes: number; effects: number }) => (
  <Drawing>
    <Branches count={effects} end={8} colour="var(--ink-3)" />
    <Branches count={causes} end={76} colour="var(--water)" />
    <rect x="4" y="40.5" width="142" height="3" fill="var(--line)" />
    <rect x="56" y="35" width="38" height="14" fill="var(--land)" stroke="var(--line)" strokeWidth="2" />
  </Drawing>
)

const Branches = ({ count, end, colour }: { count: number; end: number; colour: string }) => {
  const shown = Math.min(count, mostBranches)
  const places = Array.from({ length: shown }, (_, at) => 75 + (at - (shown - 1) / 2) * 24)
  return places.map((x) => (
    <g key={x}>
      <path d={`M75 42Q75 ${(42 + end) / 2} ${x} ${end}`} fill="none" stroke={colour} strokeWidth="2" />
      <circle cx={x} cy={end} r="4" fill={colour} />
    </g>
  ))
}

const MapPicture = ({ parties }: { parties: readonly Party[] }) => (
  <Drawing>
    <rect x="76" y="43" width="66" height="37" fill="var(--light-tint)" />
    <line x1="75" x2="75" y1="4" y2="80" stroke="var(--bank)" strokeWidth="1.5" />
    <line x1="8" x2="142" y1="42" y2="42" stroke="var(--bank)" strokeWidth="1.5" />
    {placed(parties).map(({ id, x, y, slot, missing }) => (
      <g key={id} transform={`translate(${x - 4.5} ${y - 4.5})`}>
        {slot ? <Marker slot={slot} size={9} /> : missing ? <OpenRing size={9} /> : <Ring size={9} />}
      </g>
    ))}
  </Drawing>
)

// The same cell as on the map; who shares one is spread within it, so that all can be counted.
const placed = (parties: readonly Party[]) => {
  const inCell = new Map<string, number>()
  return parties.flatMap(({ id, impact, influence, slot, missing }) => {
    if (impact === null || influence === null) return []
    const cell = `${impact} ${influence}`
    const at = inCell.get(cell) ?? 0
    inCell.set(cell, at + 1)
    const spread = { x: ((at % 3) - 1) * 8.6, y: (Math.floor(at / 3) % 2) * 8.2 - 3.4 }
    return [{ id, slot, missing, x: 21.4 + (impact - 1) * 26.8 + spread.x, y: 73 - (influence - 1) * 15.4 + spread.y }]
  })
}

const mostMeasures = 3
const reached: Readonly<Record<Verdict, number | null>> = { met: 116, partly: 72, notMet: 28, noResult: null }

const MeasuresPicture = ({ verdicts }: { verdicts: readonly Verdict[] }) => {
  const shown = verdicts.length === 0 ? (['noResult'] as const) : verdicts.slice(0, mostMeasures)
  return (
    <Drawing>
      {shown.map((verdict, at) => {
        const y = 45 + (at - (shown.length - 1) / 2) * 26
        const here = reached[verdict]
        return (
          <g key={`${verdict}-${y}`}>
            <line x1="4" x2="146" y1={y} y2={y} stroke="var(--ditch)" strokeWidth="7" />
            <line x1="4" x2="48" y1={y} y2={y} stroke="var(--clay)" strokeWidth="7" strokeDasharray="3.5 2" />
            <line x1="94" x2="146" y1={y} y2={y} stroke="var(--grass)" strokeWidth="7" />
            {here === null ? null : <path d={`M${here} ${y - 5}l5-9h-10Z`} fill="var(--ink)" />}
          </g>
        )
      })}
    </Drawing>
  )
}
