import { Palette } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { isFiltering, noFilter, type MapFilter } from '../filter.ts'
import { codesOf, isMarkRule, isSizeRule, labelOf, markRules, sizeRules } from '../marks.ts'
import { relationTypes } from '../shape.ts'
import { PanelPart, PanelShell } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import type { LookState } from './use-look.ts'
import { useMapPage } from './use-map.ts'

type PanelProps = {
  readonly look: LookState
  readonly onChange: (patch: Partial<LookState>) => void
  readonly onClose: () => void
}

/** What the signs say and who stands in the light; the others are dimmed, never gone. */
export const FilterPanel = ({ look, onChange, onClose }: PanelProps) => {
  const { map, strings: common, words, terms } = useMapPage()
  const strings = useStrings(partStrings)
  const { mark, size, filter } = look
  const change = (patch: Partial<MapFilter>) => onChange({ filter: { ...filter, ...patch } })
  const { rule } = filter
  return (
    <PanelShell title={common.filterTools} icon={<Palette size={22} aria-hidden />} onClose={onClose}>
      <PanelPart>
        <Pick label={strings.mark} value={mark} onChange={(next) => isMarkRule(next) && onChange({ mark: next })}>
          {markRules.map((each) => (
            <option key={each} value={each}>
              {strings.marks[each]}
            </option>
          ))}
        </Pick>
        <Pick label={strings.size} value={size} onChange={(next) => isSizeRule(next) && onChange({ size: next })}>
          {sizeRules.map((each) => (
            <option key={each} value={each}>
              {strings.sizes[each]}
            </option>
          ))}
        </Pick>
      </PanelPart>
      <PanelPart>
        <Pick
          label={strings.filterBy}
          value={rule ?? ''}
          onChange={(next) =>
            isMarkRule(next) ? change({ rule: next, value: codesOf(next)[0] ?? '' }) : change({ rule: null, value: '' })
          }
        >
          <option value="">{strings.everyone}</option>
          {markRules.map((each) =>
            each === 'voice' ? null : (
              <option key={each} value={each}>
                {strings.marks[each]}
              </option>
            ),
          )}
        </Pick>
        {rule === null ? null : (
          <Pick label={strings.value} value={filter.value} onChange={(value) => change({ value })}>
            {codesOf(rule).map((code) => (
              <option key={code} value={code}>
                {labelOf(rule, code, { map: words, terms })}
              </option>
            ))}
            <option value="">{strings.unknown}</option>
          </Pick>
        )}
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="focus-ring size-6 accent-water"
            checked={filter.missing}
            onChange={(event) => change({ missing: event.target.checked })}
          />
          {strings.missingOnly}
        </label>
        <Pick
          label={strings.focus}
          value={filter.focusId ?? ''}
          onChange={(next) => change({ focusId: next === '' ? null : next })}
        >
          <option value="">{strings.noFocus}</option>
          {map.stakeholders.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name}
            </option>
          ))}
        </Pick>
        {filter.focusId === null ? null : (
          <Pick
            label={strings.reach}
            value={String(filter.reach)}
            onChange={(next) => change({ reach: next === '2' ? 2 : next === '3' ? 3 : 1 })}
          >
            <option value="1">1</option>
            <option value="2">2</option>
            <option value="3">3</option>
          </Pick>
        )}
        <Pick
          label={strings.lineKinds}
          value={filter.types[0] ?? ''}
          onChange={(next) => change({ types: relationTypes.filter((type) => type === next) })}
        >
          <option value="">{strings.allLines}</option>
          {relationTypes.map((type) => (
            <option key={type} value={type}>
              {terms.types[type]}
            </option>
          ))}
        </Pick>
        {isFiltering(filter) ? (
          <Button variant="default" size="dense" className="w-fit" onClick={() => onChange({ filter: noFilter })}>
            {common.showAll}
          </Button>
        ) : null}
      </PanelPart>
    </PanelShell>
  )
}

type PickProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

const Pick = ({ label, value, onChange, children }: PickProps) => {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-label">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="focus-ring min-h-11 w-full min-w-0 rounded-control border-[1.5px] border-bank bg-land px-3"
      >
        {children}
      </select>
    </div>
  )
}
