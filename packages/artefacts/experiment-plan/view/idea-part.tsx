import { DateField } from '#react/date-field.tsx'
import { ProseField } from '#react/prose-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { appoint, setDate } from '../commands.ts'
import { usePlanPage } from './use-plan.ts'

const cards = [
  ['cardBelieve', 'believe'],
  ['cardTest', 'test'],
  ['cardMeasure', 'measure'],
  ['cardRightIf', 'rightIf'],
] as const

/** The test card: what we believe, try, look at, and when we are right. */
export const TestCard = () => {
  const { strings, words } = usePlanPage()
  return (
    <section id="idea" aria-label={strings.sections.idea} className="parcels scroll-mt-2 @2xl:grid-cols-2 @6xl:grid-cols-4">
      {cards.map(([field, part]) => (
        <div key={field} className="parcel px-4 pt-3.5 pb-4 text-[1.0625rem] md:px-7 [&_[data-field]>span:first-child]:font-strong [&_[data-field]>span:first-child]:text-water">
          <ProseField path={[field]} label={words.card[part]} hint={strings.cardHints[part]} />
        </div>
      ))}
    </section>
  )
}

const dates = [
  ['start', 'begins'],
  ['end', 'ends'],
  ['maxEnd', 'latest'],
] as const

/** What we want to learn, when it runs, who leads and who decides. */
export const Frame = () => {
  const { plan, act, strings, words } = usePlanPage()
  return (
    <section aria-label={words.learningQuestion} className="parcels @4xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <div className="parcel px-4 py-3.5 md:px-7">
        <ProseField path={['learningQuestion']} label={words.learningQuestion} hint={strings.learnHint} size="sentence" />
      </div>
      <div className="parcel @container px-4 py-3.5 md:px-7">
        <div className="grid items-start gap-x-5 gap-y-3 @sm:grid-cols-2 @2xl:grid-cols-3">
        {dates.map(([field, label]) => (
          <DateField
            key={field}
            label={strings[label]}
            value={plan[field]}
            place={{ field }}
            onChange={(day) => act((draft) => setDate(draft, field, day))}
          />
        ))}
        <ReferenceField label={words.lead} kinds={['participant', 'stakeholder']} id={plan.ownerId} onChange={(id) => act((draft) => appoint(draft, 'ownerId', id))} />
        <ReferenceField label={words.decides} kinds={['participant', 'stakeholder']} id={plan.decidesId} onChange={(id) => act((draft) => appoint(draft, 'decidesId', id))} />
        </div>
      </div>
    </section>
  )
}
