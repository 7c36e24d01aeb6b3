import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { formatList } from '#i18n/format.ts'
import { useContent } from '#react/use-content.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import type { Marker } from '#domain/perspective.ts'
import { addStakeholder, rate, removeStakeholder } from '../commands.ts'
import { gridLenses, relationsOf, type GridLens } from '../queries.ts'
import type { Scale, shape, Stakeholder, StakeholderMapDraft } from '../shape.ts'
import { mapStrings } from '../strings.ts'
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
  const voiceOf = useVoices()
  const [said, say] = useState('')
  const [removed, setRemoved] = useState<string | null>(null)
  useOthersChanges(desk, say)

  const act = <Answer>(command: (draft: StakeholderMapDraft) => Answer): Answer => {
    // Each deed is a step of its own to take back, however fast they follow each other.
    desk.undo.manager.stopCapturing()
    return desk.document.change(author, command)
  }
  const nameOf = (id: string | null) => map.stakeholders.find((row) => row.id === id)?.name ?? strings.gone
  const valuesOf = (stakeholder: Stakeholder, lens: GridLens) => {
    const { x, y } = gridLenses[lens]
    return [x, y].map((scale) => `${words.scales[scale].toLowerCase()} ${strings.step(stakeholder[scale])}`).join(', ')
  }
  const heardOf = (stakeholder: Stakeholder): string => {
    const { groups, missing } = voiceOf(stakeholder)
    if (groups.length > 0) return strings.voice(groups.map(({ title }) => title).join(', '))
    return missing ? strings.noVoice : stakeholder.atTable === 'represented' ? strings.represented : strings.seated
  }
  return {
    desk,
    map,
    strings,
    words,
    voiceOf,
    said,
    say,
    act,
    nameOf,
    valuesOf,
    heardOf,
    removed,
    fullName: (stakeholder: Stakeholder, lens: GridLens) =>
      [
        stakeholder.name,
        valuesOf(stakeholder, lens),
        heardOf(stakeholder),
        strings.lines(relationsOf(map, stakeholder.id).length),
      ].join(', '),
    add: (name: string) => {
      const result = act((draft) => addStakeholder(draft, { name }))
      if (result.ok) say(strings.added(name.trim()))
      return result.ok ? result.value : null
    },
    place: (id: string, lens: GridLens, steps: { x: number; y: number }) => {
      const { x, y } = gridLenses[lens]
      act((draft) => [rate(draft, id, x, steps.x), rate(draft, id, y, steps.y)])
      say(
        strings.placed(
          nameOf(id),
          `${words.scales[x]} ${strings.step(steps.x)}, ${words.scales[y]} ${strings.step(steps.y)}`,
        ),
      )
    },
    rate: (id: string, scale: Scale, step: number | null) => void act((draft) => rate(draft, id, scale, step)),
    remove: (id: string) => {
      const name = nameOf(id)
      act((draft) => removeStakeholder(draft, id))
      setRemoved(name)
    },
    forgetRemoved: () => setRemoved(null),
  }
}
export type MapPage = ReturnType<typeof useMap>

export const MapContext = createContext<MapPage | null>(null)
export const useMapPage = (): MapPage => {
  const page = useContext(MapContext)
  if (!page) throw new Error('useMapPage needs the page of a map above it')
  return page
}

const useVoices = () => {
  const { people, perspectives } = useWorkplace()
  return useMemo(() => {
    const speaking = new Map<string, Set<string>>()
    for (const { stakeholderId, perspective } of people) {
      if (stakeholderId) speaking.set(stakeholderId, (speaking.get(stakeholderId) ?? new Set()).add(perspective))
    }
    return ({ id, atTable }: Stakeholder): Voice => {
      const groups = perspectives.filter((perspective) => speaking.get(id)?.has(perspective.id))
      return { groups, missing: groups.length === 0 && (atTable === 'no' || atTable === 'unknown') }
    }
  }, [people, perspectives])
}

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
