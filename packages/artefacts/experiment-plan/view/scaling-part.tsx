import { LineField } from '#react/line-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { scale } from '../learning-commands.ts'
import { scalings, type Way } from '../shape.ts'
import { learningStrings } from './learning-strings.ts'
import { Part } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** How the trial is taken further: wider, into rules, into minds, or not at all; several ways may go together. */
export const ScalingPart = () => {
  const own = useStrings(learningStrings)
  return (
    <Part id="scaling" title={own.scaling} note={own.scalingNote}>
      <ul className="grid gap-x-6 @2xl:grid-cols-2 @6xl:grid-cols-4">
        {scalings.map((way) => (
          <WayRow key={way} way={way} />
        ))}
      </ul>
    </Part>
  )
}

const WayRow = ({ way }: { readonly way: Way }) => {
  const { act, desk, words } = usePlanPage()
  const own = useStrings(learningStrings)
  const { chosen, what, needs, barriers, ownerId } = usePlanPart((plan) => plan[way])
  const set = (said: Parameters<typeof scale>[2]) => void act((draft) => scale(draft, way, said))
  const label = words.scalings[way]
  return (
    <li className="border-t border-ditch py-2">
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
        <input
          type="checkbox"
          checked={chosen}
          disabled={!desk.canWrite}
          onChange={(event) => set({ chosen: event.target.checked })}
          className="focus-ring mt-0.5 size-6 shrink-0 accent-water"
        />
        <span className="font-label">
          {label}
          <span className="block text-sm font-normal text-ink-3">{own.ways[way]}</span>
        </span>
      </label>
      {chosen ? (
        <div className="grid gap-3 bg-field p-3">
          <LineField
            label={own.whatWay}
            value={what}
            maxLength={500}
            place={{ field: `${way}-what` }}
            onChange={(next) => set({ what: next })}
          />
          {way === 'none' ? null : (
            <>
              <LineField
                label={own.needs}
                value={needs}
                maxLength={500}
                place={{ field: `${way}-needs` }}
                onChange={(next) => set({ needs: next })}
              />
              <LineField
                label={own.barriers}
                value={barriers}
                maxLength={500}
                place={{ field: `${way}-barriers` }}
                onChange={(next) => set({ barriers: next })}
              />
              <ReferenceField
                label={own.owner}
                kinds={['participant', 'stakeholder']}
                id={ownerId}
                onChange={(next) => set({ ownerId: next })}
              />
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
