import { ProseField } from '#react/prose-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { tie, type PlanTie } from '../list-commands.ts'
import { frameStrings } from './frame-strings.ts'
import { ManyField } from './many-field.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** What we want to learn, and which problem, question and gap it belongs to. */
export const AboutPart = () => {
  const { act, strings, words } = usePlanPage()
  const own = useStrings(frameStrings)
  const problemIds = usePlanPart((plan) => plan.problemIds)
  const gapIds = usePlanPart((plan) => plan.gapIds)
  const formulationIds = usePlanPart((plan) => plan.formulationIds)
  const onTie = (to: PlanTie) => (id: string, tied: boolean) => void act((draft) => tie(draft, to, id, tied))
  return (
    <section aria-label={own.about} className="parcels @4xl:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
      <div className="parcel px-4 py-3.5 md:px-7">
        <ProseField path={['learningQuestion']} label={words.learningQuestion} hint={strings.learnHint} />
      </div>
      <div className="parcel grid content-start items-start gap-x-5 gap-y-3 px-4 py-3.5 @2xl:grid-cols-3 md:px-7">
        <ManyField label={own.problems} kinds={['problem']} ids={problemIds} onTie={onTie('problemIds')} />
        <ManyField
          label={own.formulations}
          kinds={['formulation']}
          ids={formulationIds}
          onTie={onTie('formulationIds')}
        />
        <ManyField label={own.gaps} kinds={['gap']} ids={gapIds} onTie={onTie('gapIds')} />
      </div>
    </section>
  )
}
