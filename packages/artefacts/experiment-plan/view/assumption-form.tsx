import { ChoiceField } from '#react/choice-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { Level } from '#ui/level.tsx'
import { judgeAssumption, rateAssumption } from '../commands.ts'
import { tieRow } from '../list-commands.ts'
import { assumptionStatuses, categories, type Assumption } from '../shape.ts'
import { ManyField } from './many-field.tsx'
import { RemoveButton } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'

/** The fields of an assumption: what it says, how important and certain, of which kind, and how it came out. */
export const AssumptionForm = ({ assumption }: { assumption: Assumption }) => {
  const { act, desk, strings, words, takeAway } = usePlanPage()
  const { id, text, status, category, evidenceIds } = assumption
  return (
    <div className="mt-2 grid gap-4 bg-field p-4">
      <TextField path={['assumptions', id, 'text']} label={words.assumption} />
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {(['importance', 'certainty'] as const).map((scale) => (
          <span key={scale} className="grid gap-0.5">
            <span className="text-sm font-label" aria-hidden>
              {words[scale]}
            </span>
            <Level
              label={`${words[scale]}: ${text}`}
              value={assumption[scale]}
              readOnly={!desk.canWrite}
              onChange={(step) => act((draft) => rateAssumption(draft, id, scale, step))}
            />
          </span>
        ))}
      </div>
      <ChoiceField
        label={strings.outcome}
        value={status}
        options={assumptionStatuses.map((value) => ({ value, label: words.assumptionStatuses[value] }))}
        onChange={(next) => next && act((draft) => judgeAssumption(draft, id, { status: next }))}
      />
      <ChoiceField
        label={strings.category}
        value={category}
        allowNone={strings.notChosen}
        options={categories.map((value) => ({ value, label: words.categories[value] }))}
        onChange={(next) => act((draft) => judgeAssumption(draft, id, { category: next }))}
      />
      <ManyField
        label={strings.howWeKnow}
        kinds={['evidence']}
        ids={evidenceIds}
        onTie={(other, tied) => void act((draft) => tieRow(draft, 'assumptions', id, other, tied))}
      />
      <span className="flex items-center gap-2">
        {desk.canWrite ? <RemoveButton what={text} onRemove={() => takeAway('assumptions', id, text)} /> : null}
        <RemarkButton itemId={id} about={text} quote={text} />
      </span>
    </div>
  )
}
