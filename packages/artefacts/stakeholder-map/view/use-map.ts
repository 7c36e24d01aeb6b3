import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Marker } from '#domain/perspective.ts'
import { formatList } from '#i18n/format.ts'
import { useContent } from '#react/use-content.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { addStakeholder, rate, removeStakeholder } from '../commands.ts'
import { gridLenses, isGridLens } from '../lenses.ts'
import { ringsIn, type Look } from '../layout.ts'
import { soundRelations } from '../queries.ts'
import { salienceOf } from '../derived.ts'
import type { Relation, Scale, shape, Stakeholder, StakeholderMap, StakeholderMapDraft } from '../shape.ts'
import { mapStrings } from '../strings.ts'
import { terms as allTerms } from '../terms.ts'
import { viewStrings } from './strings.ts'

type MapDesk = Desk<typeof shape>
/** Who speaks for a party: groups at the table, or how else it is heard. */
export type Voice = {
  readonly groups: readonly { readonly marker: Marker; readonly title: string }[]
  readonly missing: boolean
}

/** What all parts of the page of one map share: its content, what people do there, and what is said aloud. */
export const useMap = (desk: MapDesk) => {
  const { author } = useWorkplace()
  const map = useContent(desk.document, (content) => content)
  const strings = useStrings(viewStrings)
  const words = useStrings(mapStrings)
  const terms = useStrings(allTerms)
  const voiceOf = useVoices()
  const index = useMemo(() => indexOf(map), [map])
  const [said, say] = useState('')
  const [told, setTold] = useState<string | null>(null)
  useOthersChanges(desk, say)

  const act = <Answer>(command: (draft: StakeholderMapDraft) => Answer): Answer => {
    // Each deed is a step of its own to take back, however fast they follow each other.
    desk.undo.manager.stopCapturing()
    return desk.document.change(author, command)
  }
  const nameOf = (id: string | null) => index.parties.get(id ?? '')?.name ?? strings.gone
  const stepWords = (scale: Scale, value: number | null) =>
    value !== null && scale === 'attitude'
      ? terms.attitude(value).toLowerCase()
      : value !== null && scale === 'ring'
        ? terms.ring(value).toLowerCase()
        : strings.step(value)
  const valuesOf = (stakeholder: Stakeholder, look: Look): string => {
    if (isGridLens(look.lens)) {
      const { x, y } = gridLenses[look.lens]
      return [x, y]
        .map((scale) => `${words.scales[scale].toLowerCase()} ${stepWords(scale, stakeholder[scale])}`)
        .join(', ')
    }
    if (look.lens === 'rings') return stepWords('ring', ringsIn(map, look.phase, look.ringView)(stakeholder))
    if (look.lens === 'salience') return terms.salience[salienceOf(stakeholder)].toLowerCase()
    const { participationCurrent } = stakeholder
    if (look.lens === 'participation')
      return participationCurrent === null ? strings.step(null) : terms.ladder[participationCurrent].toLowerCase()
    const others = (index.lines.get(stakeholder.id) ?? []).map(({ from, to }) =>
      nameOf(from === stakeholder.id ? to : from),
    )
    return others.length === 0 ? strings.alone.toLowerCase() : strings.linkedWith(others)
  }
  const heardOf = (stakeholder: Stakeholder): string => {
    const { groups, missing } = voiceOf(stakeholder)
    if (groups.length > 0) return strings.voice(groups.map(({ title }) => title).join(', '))
    return missing ? strings.noVoice : stakeholder.atTable === 'represented' ? strings.represented : strings.seated
  }
  const linesOf = (id: string): readonly Relation[] => index.lines.get(id) ?? []
  return {
    desk,
    map,
    strings,
    words,
    terms,
    voiceOf,
    said,
    say,
    act,
    index,
    nameOf,
    stepWords,
    valuesOf,
    heardOf,
    linesOf,
    told,
    fullName: (stakeholder: Stakeholder, look: Look) =>
      [
        stakeholder.name,
        valuesOf(stakeholder, look),
        heardOf(stakeholder),
        strings.lines(linesOf(stakeholder.id).length),
      ].join(', '),
    add: (name: string) => {
      const result = act((draft) => addStakeholder(draft, { name }))
      if (result.ok) say(strings.added(name.trim()))
      return result.ok ? result.value : null
    },
    rate: (id: string, scale: Scale, step: number | null) => void act((draft) => rate(draft, id, scale, step)),
    remove: (id: string) => {
      const name = nameOf(id)
      act((draft) => removeStakeholder(draft, id))
      setTold(strings.removed(name))
    },
    /** Says what was done, with a way back, until it is forgotten. */
    tell: (what: string) => setTold(what),
    forget: () => setTold(null),
  }
}
export type MapPage = ReturnType<typeof useMap>

export const MapContext = createContext<MapPage | null>(null)
export const useMapPage = (): MapPage => {
  const page = useContext(MapContext)
  if (!page) throw new Error('useMapPage needs the page of a map above it')
  return page
}

/** Parties by id and lines by party: both are asked for by every card. */
const indexOf = (map: StakeholderMap) => {
  const lines = new Map<string, Relation[]>()
  const sound = soundRelations(map)
  for (const relation of sound) {
    for (const end of [relation.from, relation.to]) {
      const known = lines.get(end ?? '')
      if (known) known.push(relation)
      else lines.set(end ?? '', [relation])
    }
  }
  return { lines, sound, parties: new Map(map.stakeholders.map((row) => [String(row.id), row])) }
}

const useVoices = () => {
  const { people, perspectives } = useWorkplace()
  return useMemo(() => {
    const speaking = new Map<string, Set<string>>()
    for (const { stakeholderId, perspective } of people) {
      if (stakeholderId) speaking.set(stakeholderId, (speaking.get(stakeholderId) ?? new Set()).add(perspective))
    }
    return ({ id, atTable }: Stakeholder): Voice => {
      const own = speaking.get(id)
      const groups = own ? perspectives.filter((perspective) => own.has(perspective.id)) : nobody
      return { groups, missing: groups.length === 0 && (atTable === 'no' || atTable === 'unknown') }
    }
  }, [people, perspectives])
}

const nobody: Voice['groups'] = []
const bundleMs = 10_000

const useOthersChanges = (desk: MapDesk, say: (words: string) => void): void => {
  const strings = useStrings(viewStrings)
  const locale = useLocale()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    let before = desk.document.content().stakeholders
    const names = new Set<string>()
    const tell = () => {
      timer.current = null
      say(strings.changed(formatList(locale, [...names].slice(0, 5))))
      names.clear()
    }
    const onChange = (_: unknown, __: unknown, ___: unknown, { local }: { local: boolean }) => {
      const now = desk.document.content().stakeholders
      const known = new Set(before)
      if (!local) for (const row of now) if (!known.has(row)) names.add(row.name)
      before = now
      if (names.size > 0) timer.current ??= setTimeout(tell, bundleMs)
    }
    desk.document.ydoc.on('update', onChange)
    return () => {
      desk.document.ydoc.off('update', onChange)
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [desk, say, strings, locale])
}
