import { LineField } from '#react/line-field.tsx'
import { NumberField } from '#react/number-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { formatNumber } from '#i18n/format.ts'
import { describe } from '../commands.ts'
import { lowerStrings } from './lower-strings.ts'
import { EvidenceTie } from './evidence-tie.tsx'
import { Part } from './part.tsx'
import { usePage, useProblem } from './use-page.ts'

/** How big it is: in words, in a number with its unit, and how we know. */
export const ScalePart = () => {
  const { act, words, locale } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const { id, scaleCount, scaleUnit, scaleEvidenceIds } = problem
  return (
    <Part section="scale" note={words.fields.scale.help}>
      <div
        className={`grid items-start gap-x-10 gap-y-4 ${scaleCount === null ? '@3xl:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]' : '@3xl:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_minmax(0,20rem)]'}`}
      >
        {scaleCount === null ? null : (
          <p className="grid">
            <span className="text-[3rem]/[1] font-light tracking-[-0.03em] tabular-nums">
              {formatNumber(locale, scaleCount)}
            </span>
            <span className="text-sm text-ink-2">{scaleUnit}</span>
          </p>
        )}
        <div className="grid gap-4">
          <TextField path={['problems', id, 'scaleText']} label={words.fields.scale.label} rows={2} />
          <div className="grid gap-4 @lg:grid-cols-2">
            <NumberField
              label={lower.count}
              value={scaleCount}
              place={{ item: id, field: 'scaleCount' }}
              onChange={(next) => act((draft) => describe(draft, id, { scaleCount: next }))}
            />
            <LineField
              label={lower.unit}
              value={scaleUnit}
              maxLength={80}
              place={{ item: id, field: 'scaleUnit' }}
              onChange={(next) => act((draft) => describe(draft, id, { scaleUnit: next }))}
            />
          </div>
        </div>
        <EvidenceTie place={{ list: 'scale', id }} ids={scaleEvidenceIds} />
      </div>
    </Part>
  )
}
