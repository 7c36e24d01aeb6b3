import { Check, ChevronDown, ChevronUp, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useContentLanguage } from '#react/content-language.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Marker, OpenRing } from '#ui/marker.tsx'
import type { Formulation, Status } from '../shape.ts'
import { usePage } from './use-page.ts'

const statusTones = { draft: 'plain', shared: 'plain', checked: 'good', agreed: 'good', parked: 'care' } as const

/** Where a problem stands, in a word. */
export const StatusChip = ({ status }: { readonly status: Status }) => {
  const { words } = usePage()
  return <Chip tone={statusTones[status]}>{words.statuses[status]}</Chip>
}

const stateTones = { open: 'plain', merged: 'plain', chosen: 'good', dropped: 'care' } as const

/** What became of a formulation, in a word. */
export const StateChip = ({ state }: { readonly state: Formulation['status'] }) => {
  const { words } = usePage()
  return (
    <Chip tone={stateTones[state]} {...(state === 'chosen' ? { icon: Check } : {})}>
      {words.formulationStates[state]}
    </Chip>
  )
}

/** Words that people wrote, in the language in which they wrote them. */
export const Said = ({ children }: { readonly children: ReactNode }) => (
  <span lang={useContentLanguage()}>{children}</span>
)

/** A group by marker and name. */
export const GroupMark = ({ perspective, size = 17 }: { readonly perspective: string; readonly size?: number }) => {
  const { marker, title } = usePage().groupOf(perspective)
  return (
    <span className="inline-flex items-center gap-2">
      {marker ? <Marker slot={marker} size={size} /> : null}
      {title}
    </span>
  )
}

/** Groups by marker only, each with its name for who listens. */
export const GroupMarks = ({ perspectives }: { readonly perspectives: readonly string[] }) => {
  const { groupOf, strings } = usePage()
  if (perspectives.length === 0) return <span className="text-ink-3">{strings.nobodyYet}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {perspectives.map((perspective) => {
        const { marker, title } = groupOf(perspective)
        return marker ? (
          <Marker key={perspective} slot={marker} name={title} />
        ) : (
          <OpenRing key={perspective} name={title} />
        )
      })}
    </span>
  )
}

type EditButtonProps = { readonly what: string; readonly open: boolean; readonly onToggle: () => void }

/** Opens and closes the fields of one row. */
export const EditButton = ({ what, open, onToggle }: EditButtonProps) => {
  const { desk, strings } = usePage()
  const Icon = open ? ChevronUp : ChevronDown
  const opening = desk.canWrite ? strings.edit : strings.open
  return (
    <Button
      variant="quiet"
      size="dense"
      className="text-ink-2 max-sm:size-11 max-sm:px-0"
      aria-expanded={open}
      aria-label={`${open ? strings.less : opening}: ${what}`}
      onClick={onToggle}
    >
      {/* A word in every row would shout: it comes when somebody is at the row, and the name of the button says it. */}
      <span className="at-row">{open ? strings.less : opening}</span> <Icon size={16} aria-hidden />
    </Button>
  )
}

type RemoveButtonProps = {
  readonly what: string
  readonly onRemove: () => void
  /** The bin alone, for the corner of a parcel. */
  readonly bare?: boolean
}

/** Takes a row away; the page then offers to undo it. */
export const RemoveButton = ({ what, onRemove, bare = false }: RemoveButtonProps) => {
  const { strings, desk } = usePage()
  return desk.canWrite ? (
    <Button
      variant="quiet"
      size="dense"
      aria-label={strings.removeOne(what)}
      icon={<Trash2 size={16} aria-hidden />}
      onClick={onRemove}
    >
      {bare ? null : strings.remove}
    </Button>
  ) : null
}
