import { TriangleAlert } from 'lucide-react'
import { Fragment, memo, useState } from 'react'
import { addEffect } from '../commands.ts'
import type { Effect } from '../shape.ts'
import { EffectForm } from './effect-form.tsx'
import { EditButton, Mark, Squares } from './marks.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { useNarrow } from './use-narrow.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** What may happen besides what is meant, on whom it falls and what we do then. */
export const EffectPart = () => {
  const { act, strings, words } = usePlanPage()
  const effects = usePlanPart((plan) => plan.effects)
  const narrow = useNarrow()
  const adding = useAdding()
  return (
    <Part id="effects" title={words.effects} note={strings.effectsNote} action={adding.button(strings.addEffect)}>
      {adding.open ? (
        <AddLine
          label={strings.newEffect}
          onClose={adding.close}
          onAdd={(text) => act((draft) => addEffect(draft, { text })).ok}
        />
      ) : null}
      {effects.length === 0 ? (
        <EmptyNote hint={strings.noEffectsHint}>{strings.noEffects}</EmptyNote>
      ) : narrow ? (
        <ul>
          {effects.map((effect) => (
            <EffectItem key={effect.id} effect={effect} />
          ))}
        </ul>
      ) : (
        <EffectTable effects={effects} />
      )}
    </Part>
  )
}

const EffectTable = ({ effects }: { effects: readonly Effect[] }) => {
  const { strings, words } = usePlanPage()
  const head = [
    words.effect,
    words.onWhom,
    words.likelihood,
    words.severity,
    words.response,
    words.earlySignal,
    words.effectStatus,
  ]
  return (
    <table className="-mx-4 w-[calc(100%+2rem)] text-left text-sm md:-mx-7 md:w-[calc(100%+3.5rem)]">
      <thead className="bg-field">
        <tr>
          {head.map((title) => (
            <th key={title} scope="col" className="px-2 py-2 font-label first:pl-4 md:first:pl-7">
              {title}
            </th>
          ))}
          <th scope="col" className="pr-4">
            <span className="sr-only">{strings.edit}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {effects.map((effect) => (
          <EffectRow key={effect.id} effect={effect} />
        ))}
      </tbody>
    </table>
  )
}

const EffectRow = memo(({ effect }: { effect: Effect }) => {
  const { words, nameOf } = usePlanPage()
  const [open, setOpen] = useState(false)
  return (
    <Fragment>
      <tr className="border-t border-ditch align-top" data-effect={effect.id} data-item={effect.id}>
        <th scope="row" className="w-[30%] px-2 py-2 font-normal first:pl-4 md:first:pl-7">
          {effect.text} <DirectionMark effect={effect} />
        </th>
        <td className="px-2 py-2">{effect.forStakeholderIds.map(nameOf).join(', ') || '–'}</td>
        <td className="px-2 py-2.5 whitespace-nowrap">
          <Squares step={effect.likelihood} />
        </td>
        <td className="px-2 py-2.5 whitespace-nowrap">
          <Squares step={effect.severity} />
        </td>
        <td className="px-2 py-2">{effect.response === null ? '–' : words.responses[effect.response]}</td>
        <td className="px-2 py-2">{effect.earlySignal || '–'}</td>
        <td className="px-2 py-2">
          <SeenMark effect={effect} />
        </td>
        <td className="py-1 pr-4 text-right">
          <EditButton what={effect.text} open={open} onToggle={() => setOpen(!open)} />
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={8} className="bg-field px-4 py-4 md:px-7">
            <EffectForm effect={effect} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
})

const EffectItem = memo(({ effect }: { effect: Effect }) => {
  const { words, nameOf } = usePlanPage()
  const [open, setOpen] = useState(false)
  const facts = [
    effect.forStakeholderIds.map(nameOf).join(', '),
    effect.response === null ? '' : words.responses[effect.response],
  ]
  return (
    <li
      className="grid gap-1.5 border-t border-ditch py-3 first:border-t-0"
      data-effect={effect.id}
      data-item={effect.id}
    >
      <p>
        {effect.text} <DirectionMark effect={effect} /> <SeenMark effect={effect} />
      </p>
      <p className="text-sm text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <span>
          {words.likelihood} <Squares step={effect.likelihood} />
        </span>
        <span>
          {words.severity} <Squares step={effect.severity} />
        </span>
      </p>
      <span>
        <EditButton what={effect.text} open={open} onToggle={() => setOpen(!open)} />
      </span>
      {open ? (
        <div className="bg-field p-4">
          <EffectForm effect={effect} />
        </div>
      ) : null}
    </li>
  )
})

const DirectionMark = ({ effect: { direction } }: { effect: Effect }) => {
  const { strings } = usePlanPage()
  if (direction === 'positive') return <Mark tone="good">{strings.helpful}</Mark>
  if (direction === 'neutral') return <Mark tone="plain">{strings.neutral}</Mark>
  return (
    <Mark tone="care" icon={TriangleAlert}>
      {strings.unintended}
    </Mark>
  )
}

const seenTones = { negative: 'bad', positive: 'good', neutral: 'plain' } as const

const SeenMark = ({ effect: { status, direction } }: { effect: Effect }) => {
  const { words } = usePlanPage()
  const tone = status === 'seen' ? seenTones[direction] : 'plain'
  return <Mark tone={tone}>{words.effectStatuses[status]}</Mark>
}
