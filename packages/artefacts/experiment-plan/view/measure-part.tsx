import { addMeasure } from '../commands.ts'
import { MeasureRow } from './measure-row.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { usePlanPage } from './use-plan.ts'

/** What we count or look at, from start value to result, each with its verdict. */
export const MeasurePart = () => {
  const { plan, act, strings } = usePlanPage()
  const adding = useAdding()
  return (
    <Part id="measures" title={strings.sections.measures} note={strings.measuresNote} action={adding.button(strings.addMeasure)}>
      {adding.open ? (
        <AddLine label={strings.newMeasure} onClose={adding.close} onAdd={(name) => act((draft) => addMeasure(draft, { name })).ok} />
      ) : null}
      {plan.measures.length === 0 ? (
        <EmptyNote hint={strings.noMeasuresHint}>{strings.noMeasures}</EmptyNote>
      ) : (
        <ul>
          {plan.measures.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} />
          ))}
        </ul>
      )}
    </Part>
  )
}
