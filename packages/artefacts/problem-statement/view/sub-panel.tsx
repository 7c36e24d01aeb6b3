import { HandHelping } from 'lucide-react'
import { useMemo } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { useContent } from '#react/use-content.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { moveSubQuestion, remove, removeSubQuestion, rename, takeUp } from '../commands.ts'
import type { Problem, TakeUp } from '../shape.ts'
import { withBelow } from '../tree.ts'
import { AssumptionPart } from './assumption-part.tsx'
import { CarrierPart } from './carrier-part.tsx'
import { ConvergePart } from './converge-part.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { lowerStrings } from './lower-strings.ts'
import { GroupMark, RemoveButton } from './marks.tsx'
import { StatusPicker } from './page-header.tsx'
import { QuestionPart } from './question-part.tsx'
import { RulePart } from './rule-part.tsx'
import { ScalePart } from './scale-part.tsx'
import { SentencePart } from './sentence-part.tsx'
import { ProblemContext, usePage, useRows } from './use-page.ts'
import { WhatPart } from './what-part.tsx'
import { WhyPart } from './why-part.tsx'
import { WorldPart } from './world-part.tsx'

/** A part of the problem, whole: the same parcels as the problem itself, folded. */
export const SubPanel = ({ part }: { readonly part: Problem }) => {
  const scope = useMemo(() => ({ id: part.id, isPart: true }), [part.id])
  return (
    <ProblemContext value={scope}>
      <div className="border-y-[3px] border-ditch bg-field">
        <div className="grid gap-4 px-4 py-4 md:px-7">
          <Naming part={part} />
          <TakeUps part={part} />
        </div>
        <QuestionPart />
        <div className="parcels border-t-[3px] border-ditch md:ml-7">
          <SentencePart />
          <WhatPart />
          <WorldPart />
          <WhyPart />
          <RulePart />
          <CarrierPart />
          <AssumptionPart />
          <EvidencePart />
          <ConvergePart />
          <ScalePart />
        </div>
      </div>
    </ProblemContext>
  )
}

const Naming = ({ part }: { readonly part: Problem }) => {
  const { act, desk, words, takeAway } = usePage()
  const problems = useContent(desk.document, (content) => content.problems)
  // A part never comes under itself.
  const own = withBelow(problems, part.id)
  const parents = problems.filter(({ id }) => !own.includes(id)).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <div className="grid items-end gap-4 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,18rem)_auto_auto_auto]">
      <LineField
        label={words.fields.title.label}
        value={part.title}
        maxLength={80}
        place={{ item: part.id, field: 'title' }}
        onChange={(title) => act((draft) => rename(draft, part.id, title))}
      />
      <ChoiceField
        label={words.fields.parent.label}
        value={part.parentId}
        options={parents}
        onChange={(next) => next && act((draft) => moveSubQuestion(draft, part.id, next))}
      />
      <StatusPicker />
      <RemarkButton itemId={part.id} about={part.title} quote={part.title} />
      <RemoveButton
        what={part.title}
        onRemove={() => takeAway(part.title, (draft) => removeSubQuestion(draft, part.id))}
      />
    </div>
  )
}

const TakeUps = ({ part }: { readonly part: Problem }) => {
  const { act, desk, words } = usePage()
  const lower = useStrings(lowerStrings)
  const { me } = useWorkplace()
  const rows = useRows('takenUpBy')
  const mine = rows.some(({ perspective }) => perspective === me.perspective)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <b className="font-label">{words.fields.takenUpBy.label}:</b>
      {rows.length === 0 ? <span className="text-ink-3">{lower.nobodyTakesUp}</span> : null}
      {rows.map((row) => (
        <Taker key={row.id} row={row} />
      ))}
      {desk.canWrite && !mine ? (
        <Button
          size="dense"
          icon={<HandHelping size={16} aria-hidden />}
          onClick={() =>
            act((draft) =>
              takeUp(draft, part.id, { perspective: me.perspective }, new Date().toISOString().slice(0, 10)),
            )
          }
        >
          {lower.takeUp}
        </Button>
      ) : null}
    </div>
  )
}

const Taker = ({ row }: { readonly row: TakeUp }) => {
  const { act, desk, groupOf, nameOf } = usePage()
  const lower = useStrings(lowerStrings)
  const { me } = useWorkplace()
  const isMine = row.perspective === me.perspective
  const title = row.perspective === '' ? nameOf(row.tableId ?? '') : groupOf(row.perspective).title
  return (
    <span className="inline-flex items-center gap-1">
      {row.perspective === '' ? title : <GroupMark perspective={row.perspective} />}
      {desk.canWrite && isMine ? (
        <Button variant="quiet" size="dense" onClick={() => act((draft) => remove(draft, 'takenUpBy', row.id))}>
          {lower.letGo}
        </Button>
      ) : null}
    </span>
  )
}
