import { Plus } from 'lucide-react'
import { memo, useState } from 'react'
import { DateField } from '#react/date-field.tsx'
import { ProseField } from '#react/prose-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { plainText } from '#crdt/prose.ts'
import { formatDate } from '#i18n/format.ts'
import { Button } from '#ui/button.tsx'
import { addCard } from '../learning-commands.ts'
import { describe, tieRow } from '../list-commands.ts'
import type { LearningCard } from '../shape.ts'
import { CardTaking } from './card-taking.tsx'
import { learningStrings } from './learning-strings.ts'
import { ManyField } from './many-field.tsx'
import { RemoveButton } from './marks.tsx'
import { EmptyNote, Part } from './part.tsx'
import { ThirdField } from './third-field.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** What was learned, in four fields a card, fed by one trial or several; given away and taken in as an open file. */
export const CardPart = () => {
  const { act, desk, today } = usePlanPage()
  const own = useStrings(learningStrings)
  const cards = usePlanPart((plan) => plan.learningCards)
  return (
    <Part
      id="cards"
      title={own.cards}
      note={own.cardsNote}
      action={
        desk.canWrite ? (
          <Button
            size="dense"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => act((draft) => addCard(draft, { date: today }))}
          >
            {own.addCard}
          </Button>
        ) : undefined
      }
    >
      {cards.length === 0 ? <EmptyNote>{own.noCards}</EmptyNote> : null}
      <ul className="grid gap-4">
        {cards.map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </ul>
      <CardTaking />
    </Part>
  )
}

const parts = ['believed', 'observed', 'learned', 'therefore'] as const

const CardRow = memo(({ card }: { readonly card: LearningCard }) => {
  const { act, desk, strings, words, locale, planId, takeAway } = usePlanPage()
  const own = useStrings(learningStrings)
  const [open, setOpen] = useState(false)
  const { id, date, reliability, experimentIds, origin } = card
  const title = date === null ? own.undated : own.card(formatDate(locale, date))
  return (
    <li className="border-[1.5px] border-ditch" data-item={id} data-card={id}>
      <div className="flex flex-wrap items-center gap-x-3 bg-field px-4 py-1.5">
        <h3 className="text-sm font-strong">{title}</h3>
        {origin ? (
          <p className="text-sm text-ink-2">
            {own.from(origin.experiment, origin.workspace)} {own.licences[origin.licence]}
          </p>
        ) : null}
        <span className="ml-auto flex items-center gap-1">
          <RemarkButton itemId={id} about={title} quote={plainText(card.learned)} />
          <Button
            variant="quiet"
            size="dense"
            aria-expanded={open}
            aria-label={`${open ? strings.less : strings.edit}: ${title}`}
            onClick={() => setOpen(!open)}
          >
            {open ? strings.less : strings.edit}
          </Button>
        </span>
      </div>
      <div className="parcels @2xl:grid-cols-2 @6xl:grid-cols-4">
        {parts.map((part) => (
          <div key={part} className="parcel px-4 py-2.5 [&_[data-field]>span:first-child]:text-water">
            <ProseField path={['learningCards', id, part]} label={words.learned[part]} hint={own.hints[part]} />
          </div>
        ))}
      </div>
      {open ? (
        <div className="grid items-start gap-4 bg-field p-4 @xl:grid-cols-3">
          <DateField
            label={strings.date}
            value={date}
            onChange={(day) => act((draft) => describe(draft, 'learningCards', id, { date: day }))}
          />
          <ThirdField
            label={own.reliability}
            value={reliability}
            labels={own.reliabilities}
            onChange={(next) => void act((draft) => describe(draft, 'learningCards', id, { reliability: next }))}
          />
          <ManyField
            label={own.fedBy}
            hint={own.fedByHint}
            kinds={['experiment']}
            ids={experimentIds}
            without={planId}
            onTie={(other, tied) => void act((draft) => tieRow(draft, 'learningCards', id, other, tied))}
          />
          {desk.canWrite ? (
            <span>
              <RemoveButton what={title} onRemove={() => takeAway('learningCards', id, title)} />
            </span>
          ) : null}
        </div>
      ) : null}
    </li>
  )
})
