import { CircleAlert, CircleDashed, Hourglass, Lightbulb, LockOpen } from 'lucide-react'
import { memo, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { formatDate } from '#i18n/format.ts'
import { addBarrier } from '../care-commands.ts'
import type { RuleBarrier } from '../shape.ts'
import { EditButton, Mark } from './marks.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { RuleForm } from './rule-form.tsx'
import { ruleStrings } from './rule-strings.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** The rules in the way, who can change them, and the room that was asked for. */
export const RulePart = () => {
  const { act, words } = usePlanPage()
  const own = useStrings(ruleStrings)
  const { workspaceId } = useWorkplace()
  const barriers = usePlanPart((plan) => plan.ruleBarriers)
  const adding = useAdding()
  const habits = barriers.filter(({ kind }) => kind === 'habit' || kind === 'workInstruction').length
  return (
    <Part id="rules" title={words.barriers} note={own.note} action={adding.button(own.add)}>
      {adding.open ? (
        <AddLine
          label={own.new}
          onClose={adding.close}
          onAdd={(rule) => act((draft) => addBarrier(draft, { rule })).ok}
        />
      ) : null}
      {barriers.length === 0 ? <EmptyNote hint={own.noneHint}>{own.none}</EmptyNote> : null}
      <ul>
        {barriers.map((barrier) => (
          <RuleRow key={barrier.id} barrier={barrier} />
        ))}
      </ul>
      {habits > 0 ? (
        <p className="mt-2 flex items-start gap-2 bg-light-tint px-3 py-2 text-sm font-label">
          <Lightbulb size={17} className="mt-0.5 shrink-0" aria-hidden /> {own.ownHabits(habits, barriers.length)}
        </p>
      ) : null}
      <a
        href={`/w/${workspaceId}/all/experiment-plan`}
        className="focus-ring mt-2 inline-flex min-h-11 items-center text-sm text-water underline underline-offset-3"
      >
        {own.agenda}
      </a>
    </Part>
  )
}

const looks = {
  granted: { tone: 'good', icon: LockOpen },
  requested: { tone: 'care', icon: Hourglass },
  refused: { tone: 'bad', icon: CircleAlert },
  exploring: { tone: 'plain', icon: CircleDashed },
} as const

const RuleRow = memo(({ barrier }: { readonly barrier: RuleBarrier }) => {
  const { words, nameOf } = usePlanPage()
  const own = useStrings(ruleStrings)
  const [open, setOpen] = useState(false)
  const { id, rule, kind, ownerId, room } = barrier
  const about = [
    kind === null ? '' : own.kinds[kind],
    ownerId === null ? '' : nameOf(ownerId),
    room === null ? '' : words.rooms[room],
  ]
  return (
    <li className="border-t border-ditch py-2 first:border-t-0" data-item={id}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-44 text-sm">
          <b className="font-strong">{rule}</b>
          <span className="block text-ink-2">{about.filter(Boolean).join(' · ')}</span>
        </p>
        <span className="flex flex-wrap items-center gap-2">
          <RoomMark barrier={barrier} />
          <EditButton what={rule} open={open} onToggle={() => setOpen(!open)} />
        </span>
      </div>
      {open ? <RuleForm barrier={barrier} /> : null}
    </li>
  )
})

const RoomMark = ({ barrier: { status, validUntil } }: { readonly barrier: RuleBarrier }) => {
  const { words, locale, today } = usePlanPage()
  const own = useStrings(ruleStrings)
  const isOver = status === 'granted' && validUntil !== null && validUntil < today
  const { tone, icon } = isOver ? looks.exploring : looks[status]
  const day = validUntil === null ? null : formatDate(locale, validUntil)
  return (
    <Mark tone={tone} icon={icon}>
      {status !== 'granted' || day === null ? words.ruleStatuses[status] : isOver ? own.expired(day) : own.until(day)}
    </Mark>
  )
}
