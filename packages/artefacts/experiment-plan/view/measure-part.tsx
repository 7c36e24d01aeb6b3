import { addMeasure } from '../commands.ts'
import { MeasureRow } from './measure-row.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** What we count or look at, from start value to result, each with its verdict. */
export const MeasurePart = () => {
  const { act, strings } = usePlanPage()
  const measures = usePlanPart((plan) => plan.measures)
  const adding = useAdding()
  return (
    <Part
      id="measures"
      title={strings.sections.measures}
      note={strings.measuresNote}
      action={adding.button(strings.addMeasure)}
    >
      {adding.open ? (
        <AddLine
          label={strings.newMeasure}
          onClose={adding.close}
          onAdd={(name) => act((draft) => addMeasure(draft, { name })).ok}
        />
      ) : null}
      {measures.length === 0 ? (
        <EmptyNote hint={strings.noMeasuresHint}>{strings.noMeasures}</EmptyNote>
      ) : (
        <>
          <p
            aria-hidden
            className="hidden grid-cols-[minmax(9rem,13rem)_minmax(0,1fr)_15rem] gap-x-4 text-sm font-label @xl:grid"
          >
            <span className="col-start-2 flex justify-between">
              <span className="text-clay">{strings.stop}</span>
              <span className="text-grass">{strings.go}</span>
            </span>
          </p>
          <ul>
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} />
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}
