import { ProseField } from '#react/prose-field.tsx'
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
    <section
      id="idea"
      aria-label={strings.sections.idea}
      className="parcels scroll-mt-2 @2xl:grid-cols-2 @6xl:grid-cols-4"
    >
      {cards.map(([field, part]) => (
        <div
          key={field}
          className="parcel px-4 pt-3.5 pb-4 text-[1.0625rem] md:px-7 [&_[data-field]>span:first-child]:font-strong [&_[data-field]>span:first-child]:text-water"
        >
          <ProseField path={[field]} label={words.card[part]} hint={strings.cardHints[part]} />
        </div>
      ))}
    </section>
  )
}
