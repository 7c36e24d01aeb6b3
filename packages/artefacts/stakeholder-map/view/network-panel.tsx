import { Waypoints } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatList } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { contactTypes, fewestRanked } from '../network.ts'
import type { RelationType } from '../shape.ts'
import type { Measures } from './measures.ts'
import { PanelPart, PanelShell } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import { useMapPage } from './use-map.ts'
import { askWorker } from './worker.ts'

const top = 5
const percent = (share: number) => Math.round(share * 100)

/** What the lines tell, in sentences; counted beside the page, and never as a ranking of a few. */
export const NetworkPanel = ({ onClose, onOpen }: { onClose: () => void; onOpen: (id: string) => void }) => {
  const { strings: common, map } = useMapPage()
  const strings = useStrings(partStrings)
  const [types, setTypes] = useState<readonly RelationType[]>(contactTypes)
  const [measures, setMeasures] = useState<Measures | null>(null)
  useEffect(() => {
    let live = true
    void askWorker({ ask: 'measures', map, types }).then((reply) => {
      if (live && reply.ask === 'measures') setMeasures(reply.measures)
    })
    return () => {
      live = false
    }
  }, [map, types])
  return (
    <PanelShell
      title={common.network}
      lead={strings.networkLead}
      icon={<Waypoints size={22} aria-hidden />}
      onClose={onClose}
    >
      <Types types={types} onChange={setTypes} />
      {measures ? (
        <Sentences measures={measures} onOpen={onOpen} />
      ) : (
        <p className="parcel px-5 py-4 text-ink-2">{strings.counting}</p>
      )}
      <p className="parcel bg-light-tint px-5 py-3 text-sm">{strings.caveat}</p>
    </PanelShell>
  )
}

const Types = ({
  types,
  onChange,
}: {
  types: readonly RelationType[]
  onChange: (types: readonly RelationType[]) => void
}) => {
  const { terms } = useMapPage()
  const strings = useStrings(partStrings)
  return (
    <details className="parcel px-5 py-2">
      <summary className="focus-ring min-h-9 cursor-pointer font-label">{strings.networkTypes}</summary>
      <fieldset className="grid grid-cols-2 gap-x-2 pb-2 text-sm">
        <legend className="sr-only">{strings.networkTypes}</legend>
        {contactTypes.map((type) => (
          <label key={type} className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              className="focus-ring size-5 accent-water"
              checked={types.includes(type)}
              onChange={(event) =>
                onChange(contactTypes.filter((each) => (each === type ? event.target.checked : types.includes(each))))
              }
            />
            {terms.types[type]}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

type SentencesProps = { readonly measures: Measures; readonly onOpen: (id: string) => void }

const Sentences = ({ measures, onOpen }: SentencesProps) => {
  const { nameOf, terms, strings: common } = useMapPage()
  const strings = useStrings(partStrings)
  const locale = useLocale()
  const {
    parties,
    degree,
    betweenness,
    components,
    isolates,
    articulationPoints,
    bridges,
    across,
    reciprocity,
    wanted,
  } = measures
  const ranked = (values: { readonly [id: string]: number }) =>
    Object.entries(values)
      .filter(([, value]) => value > 0)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, top)
  const enough = parties >= fewestRanked
  const list = (rows: readonly (readonly [id: string, sentence: string])[]) => (
    <ul className="grid gap-1 text-sm">
      {rows.map(([id, sentence]) => (
        <li key={id}>
          <button
            type="button"
            className="focus-ring min-h-6 text-left underline decoration-ditch underline-offset-4"
            aria-label={`${sentence} ${common.openOne(nameOf(id))}`}
            onClick={() => onOpen(id)}
          >
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  )
  const ways = ranked(betweenness)
  return (
    <>
      <PanelPart title={strings.islands}>
        <p className="text-sm">{strings.island(components.length)}</p>
        {isolates.length > 0 ? (
          <p className="text-sm">{strings.alone(formatList(locale, isolates.map(nameOf)))}</p>
        ) : null}
      </PanelPart>
      {enough ? (
        <>
          <PanelPart title={strings.cuts}>
            {articulationPoints.length === 0 ? (
              <p className="text-sm">{strings.noCuts}</p>
            ) : (
              list(articulationPoints.map((id) => [id, strings.cut(nameOf(id))]))
            )}
          </PanelPart>
          <PanelPart title={strings.contacts}>
            {list(ranked(degree).map(([id, count]) => [id, strings.contact(nameOf(id), count)]))}
          </PanelPart>
          <PanelPart title={strings.ways}>
            {ways.length === 0 ? (
              <p className="text-sm">{strings.noWays}</p>
            ) : (
              list(ways.map(([id, share]) => [id, strings.way(nameOf(id), percent(share))]))
            )}
          </PanelPart>
          <PanelPart title={strings.bridges}>
            {list(ranked(bridges).map(([id, share]) => [id, strings.bridge(nameOf(id), percent(share))]))}
          </PanelPart>
        </>
      ) : (
        <p className="parcel px-5 py-3 text-sm text-ink-2">{strings.tooFew}</p>
      )}
      <PanelPart>
        <p className="text-sm">{strings.across(across.across, across.all)}</p>
      </PanelPart>
      {Object.keys(reciprocity).length > 0 ? (
        <PanelPart title={strings.back2}>
          {(['information', 'cooperation'] as const).map((type) =>
            reciprocity[type] === undefined ? null : (
              <p key={type} className="text-sm">
                {strings.reciprocity(terms.types[type], percent(reciprocity[type]))}
              </p>
            ),
          )}
        </PanelPart>
      ) : null}
      {Object.keys(wanted).length > 0 ? (
        <PanelPart title={strings.wanted}>
          {contactTypes.map((type) =>
            wanted[type] === undefined ? null : (
              <p key={type} className="text-sm">
                {strings.wantedOf(terms.types[type], wanted[type])}
              </p>
            ),
          )}
        </PanelPart>
      ) : null}
    </>
  )
}
