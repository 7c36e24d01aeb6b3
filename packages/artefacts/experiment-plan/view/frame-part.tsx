import { DateField } from '#react/date-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { NumberField } from '#react/number-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { appoint, setDate } from '../commands.ts'
import { frame, tie } from '../list-commands.ts'
import { dateProblems } from '../queries.ts'
import { CalendarButton } from './calendar-button.tsx'
import { frameStrings } from './frame-strings.ts'
import { ManyField } from './many-field.tsx'
import { ReviewDates } from './review-dates.tsx'
import { RungField } from './rung-field.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** When it runs and with whom, beside how sure it must be and what it costs. */
export const FramePart = () => (
  <div className="parcels @4xl:grid-cols-2">
    <When />
    <Size />
  </div>
)

const parcel = 'parcel @container px-4 py-3.5 md:px-7'
const pairs = 'grid items-start gap-x-5 gap-y-3.5 @sm:grid-cols-2'

const anybody = ['participant', 'stakeholder']

const When = () => {
  const { act, strings, words } = usePlanPage()
  const own = useStrings(frameStrings)
  const start = usePlanPart((plan) => plan.start)
  const end = usePlanPart((plan) => plan.end)
  const maxEnd = usePlanPart((plan) => plan.maxEnd)
  const ownerId = usePlanPart((plan) => plan.ownerId)
  const decidesId = usePlanPart((plan) => plan.decidesId)
  const teamIds = usePlanPart((plan) => plan.teamIds)
  const wrong = dateProblems({ start, end, maxEnd })
  const set = (field: 'start' | 'end' | 'maxEnd') => (day: string | null) =>
    void act((draft) => setDate(draft, field, day))
  return (
    <section id="when" aria-labelledby="when-title" className={`${parcel} scroll-mt-2`}>
      <div className="mb-2.5 flex flex-wrap items-center justify-between gap-2">
        <h2 id="when-title" className="text-lg font-strong">
          {own.plan}
        </h2>
        <CalendarButton />
      </div>
      <div className={pairs}>
        <DateField label={strings.begins} value={start} place={{ field: 'start' }} onChange={set('start')} />
        <DateField
          label={strings.ends}
          value={end}
          place={{ field: 'end' }}
          problem={wrong.end && own.endBeforeStart}
          onChange={set('end')}
        />
        <DateField
          label={strings.latest}
          hint={own.latestHint}
          value={maxEnd}
          place={{ field: 'maxEnd' }}
          problem={wrong.maxEnd && own.latestBeforeEnd}
          onChange={set('maxEnd')}
        />
        <ReviewDates />
        <ReferenceField
          label={words.lead}
          kinds={anybody}
          id={ownerId}
          onChange={(id) => act((draft) => appoint(draft, 'ownerId', id))}
        />
        <ReferenceField
          label={words.decides}
          hint={own.decidesHint}
          kinds={anybody}
          id={decidesId}
          onChange={(id) => act((draft) => appoint(draft, 'decidesId', id))}
        />
        <div className="@sm:col-span-2">
          <ManyField
            label={own.team}
            kinds={anybody}
            ids={teamIds}
            onTie={(id, tied) => void act((draft) => tie(draft, 'teamIds', id, tied))}
          />
        </div>
      </div>
    </section>
  )
}

const Size = () => {
  const { act, words } = usePlanPage()
  const own = useStrings(frameStrings)
  const costMoney = usePlanPart((plan) => plan.costMoney)
  const costHours = usePlanPart((plan) => plan.costHours)
  const groupSize = usePlanPart((plan) => plan.groupSize)
  const where = usePlanPart((plan) => plan.where)
  const set = (said: Parameters<typeof frame>[1]) => void act((draft) => frame(draft, said))
  return (
    <section aria-labelledby="size-title" className={parcel}>
      <h2 id="size-title" className="mb-2.5 flex min-h-9 items-center text-lg font-strong">
        {own.size}
      </h2>
      <div className={pairs}>
        <RungField />
        <NumberField
          label={own.money}
          unit={own.euro}
          value={costMoney}
          min={0}
          place={{ field: 'costMoney' }}
          onChange={(value) => set({ costMoney: value })}
        />
        <NumberField
          label={own.hours}
          unit={own.hour}
          value={costHours}
          min={0}
          place={{ field: 'costHours' }}
          onChange={(value) => set({ costHours: value })}
        />
        <NumberField
          label={words.people}
          value={groupSize}
          min={0}
          place={{ field: 'groupSize' }}
          onChange={(value) => set({ groupSize: value })}
        />
        <LineField
          label={own.where}
          value={where}
          maxLength={200}
          place={{ field: 'where' }}
          onChange={(value) => set({ where: value })}
        />
      </div>
    </section>
  )
}
