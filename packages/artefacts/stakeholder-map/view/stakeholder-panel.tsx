import { Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { Button } from '#ui/button.tsx'
import { characterise, renameStakeholder } from '../commands.ts'
import { atTableAnswers, stakeholderKinds, type Stakeholder } from '../shape.ts'
import { RelationList } from './relation-list.tsx'
import { StepField } from './step-field.tsx'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

type PanelProps = {
  readonly stakeholder: Stakeholder
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

/** Everything about one party; all that dragging does can be done here too. */
export const StakeholderPanel = ({ stakeholder, onClose, onOpen }: PanelProps) => {
  const { desk, heardOf, remove, strings, words } = useMapPage()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [stakeholder.id])
  return (
    // Keys that reach it from what it holds.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-labelledby="panel-title"
      className="parcels fixed inset-0 z-20 content-start overflow-y-auto sm:left-auto sm:w-[min(26rem,100%)] lg:static lg:z-auto lg:w-[21.5rem] lg:shrink-0"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="parcel grid grid-cols-[auto_1fr_auto] items-start gap-3 px-5 py-4">
        <span className="mt-1">
          <VoiceMarker stakeholder={stakeholder} size={26} />
        </span>
        <div className="min-w-0">
          <h2 id="panel-title" ref={title} tabIndex={-1} className="text-lg font-strong break-words outline-none">
            {stakeholder.name}
          </h2>
          <p className="text-sm text-ink-2">{heardOf(stakeholder)}</p>
        </div>
        <button
          type="button"
          aria-label={strings.close}
          className="focus-ring grid size-11 place-items-center rounded-control hover:bg-field"
          onClick={onClose}
        >
          <X size={20} aria-hidden />
        </button>
      </div>
      <dl className="parcel grid gap-2 px-5 py-4 text-sm">
        {(['impact', 'influence', 'interest', 'world'] as const).map((scale) => (
          <div key={scale} className="flex flex-wrap items-center justify-between gap-2">
            <dt className="font-label">{words.scales[scale]}</dt>
            <dd>
              <StepField stakeholder={stakeholder} scale={scale} />
            </dd>
          </div>
        ))}
      </dl>
      <AtTable stakeholder={stakeholder} />
      <RelationList stakeholder={stakeholder} onOpen={onOpen} />
      <div className="parcel grid gap-4 px-5 py-4">
        <TextField path={['stakeholders', stakeholder.id, 'goals']} label={strings.goals} hint={strings.goalsHint} />
        <TextField
          path={['stakeholders', stakeholder.id, 'concerns']}
          label={strings.concerns}
          hint={strings.concernsHint}
        />
        <TextField path={['stakeholders', stakeholder.id, 'brings']} label={strings.brings} hint={strings.bringsHint} />
      </div>
      {desk.canWrite ? (
        <div className="parcel px-5 py-4">
          <Button
            variant="stop"
            onClick={() => {
              onClose()
              remove(stakeholder.id)
            }}
          >
            <Trash2 size={18} aria-hidden /> {strings.remove}
          </Button>
        </div>
      ) : null}
    </aside>
  )
}

const AtTable = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const { map, desk, act, strings, words } = useMapPage()
  const { id } = stakeholder
  const others = map.stakeholders.filter((row) => row.id !== id)
  return (
    <div className="parcel grid gap-4 px-5 py-4">
      <LineField
        label={strings.name}
        value={stakeholder.name}
        maxLength={120}
        place={{ item: id, field: 'name' }}
        onChange={(name) => act((draft) => renameStakeholder(draft, id, name))}
      />
      <ChoiceField
        label={strings.kind}
        value={stakeholder.kind}
        allowNone={strings.unknown}
        options={stakeholderKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => act((draft) => characterise(draft, id, 'kind', kind))}
      />
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="focus-ring size-6 accent-water"
          disabled={!desk.canWrite}
          checked={stakeholder.livedExperience}
          onChange={(event) => act((draft) => characterise(draft, id, 'livedExperience', event.target.checked))}
        />
        {strings.lived}
      </label>
      <ChoiceField
        label={strings.atTable}
        value={stakeholder.atTable}
        options={atTableAnswers.map((value) => ({ value, label: words.atTable[value] }))}
        onChange={(answer) => act((draft) => characterise(draft, id, 'atTable', answer ?? 'unknown'))}
      />
      {stakeholder.atTable === 'represented' ? (
        <ChoiceField
          label={strings.speaks}
          value={stakeholder.representedById}
          allowNone={strings.unknown}
          options={others.map((row) => ({ value: row.id, label: row.name }))}
          onChange={(other) => act((draft) => characterise(draft, id, 'representedById', other))}
        />
      ) : null}
      {stakeholder.atTable === 'yes' ? null : (
        <TextField path={['stakeholders', id, 'missingReason']} label={strings.reason} />
      )}
    </div>
  )
}
