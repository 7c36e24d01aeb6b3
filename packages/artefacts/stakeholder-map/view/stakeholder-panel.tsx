import { Combine, Trash2 } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import type { CheckHit } from '#domain/check.ts'
import { participationLevels } from '#domain/workspace.ts'
import { ChoiceField } from '#react/choice-field.tsx'
import { Hints } from '#react/hints.tsx'
import { LineField } from '#react/line-field.tsx'
import { ReferencesField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { checks } from '../checks.ts'
import { characterise, renameStakeholder, tieEvidence } from '../commands.ts'
import { looksLikePerson, nearDuplicates } from '../names.ts'
import { atTableAnswers, confidences, levels, sectors, stakeholderKinds, type Stakeholder } from '../shape.ts'
import { PanelPart, PanelShell } from './panel-shell.tsx'
import { RelationList } from './relation-list.tsx'
import { StepField } from './step-field.tsx'
import { SpeakFor, Speakers } from './speak-for.tsx'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

const EstimatePart = lazy(async () => ({ default: (await import('./estimate-part.tsx')).EstimatePart }))

type PanelProps = {
  readonly stakeholder: Stakeholder
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
  readonly onMerge: (id: string) => void
  readonly onLine: (id: string) => void
  readonly onRelate: () => void
}

/** Everything about one party; all that dragging does can be done here too. */
export const StakeholderPanel = ({ stakeholder, onClose, onOpen, onMerge, onLine, onRelate }: PanelProps) => {
  const { desk, map, heardOf, remove, strings, nameOf } = useMapPage()
  const { id, name } = stakeholder
  const other = (hit: CheckHit) => (hit.itemId ? nameOf(hit.itemId) : null)
  return (
    <PanelShell
      title={name}
      focusKey={id}
      lead={heardOf(stakeholder)}
      icon={<VoiceMarker stakeholder={stakeholder} size={26} />}
      onClose={onClose}
    >
      <div className="parcel flex flex-wrap gap-2 px-5 py-2">
        <RemarkButton itemId={id} about={name} />
        <SpeakFor stakeholder={stakeholder} />
        {desk.canWrite ? (
          <>
            <Button variant="quiet" size="dense" icon={<Combine size={16} aria-hidden />} onClick={() => onMerge(id)}>
              {strings.merge}
            </Button>
            <Button
              variant="quiet"
              size="dense"
              icon={<Trash2 size={16} aria-hidden />}
              onClick={() => {
                onClose()
                remove(id)
              }}
            >
              {strings.remove}
            </Button>
          </>
        ) : null}
      </div>
      <div className="parcel px-5 py-2 empty:hidden">
        <Speakers stakeholder={stakeholder} />
      </div>
      <div className="parcel px-5 py-3 empty:hidden">
        <Hints checks={checks} content={map} targetId={id} nameOf={other} />
      </div>
      <Scales stakeholder={stakeholder} />
      <Suspense fallback={null}>
        <EstimatePart stakeholder={stakeholder} />
      </Suspense>
      <Seat stakeholder={stakeholder} />
      <RelationList stakeholder={stakeholder} onOpen={onOpen} onLine={onLine} onRelate={onRelate} />
      <PanelPart>
        <TextField path={['stakeholders', id, 'goals']} label={strings.goals} hint={strings.goalsHint} />
        <TextField path={['stakeholders', id, 'concerns']} label={strings.concerns} hint={strings.concernsHint} />
        <TextField path={['stakeholders', id, 'brings']} label={strings.brings} hint={strings.bringsHint} />
      </PanelPart>
      <About stakeholder={stakeholder} />
    </PanelShell>
  )
}

const panelScales = ['impact', 'influence', 'interest', 'world', 'urgency', 'legitimacy', 'attitude', 'ring'] as const

const Scales = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const { words, terms } = useMapPage()
  return (
    <dl className="parcel grid gap-2 px-5 py-4 text-sm">
      {panelScales.map((scale) => (
        <div key={scale} className="flex flex-wrap items-center justify-between gap-2">
          <dt className="font-label" title={terms.help[scale]}>
            {words.scales[scale]}
          </dt>
          <dd>
            <StepField stakeholder={stakeholder} scale={scale} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Seat = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const { map, desk, act, strings, words, terms } = useMapPage()
  const { id } = stakeholder
  const steps = participationLevels.map((value) => ({ value, label: terms.ladder[value] }))
  const others = useMemo(
    () => map.stakeholders.flatMap((row) => (row.id === id ? [] : [{ value: row.id, label: row.name }])),
    [map.stakeholders, id],
  )
  return (
    <PanelPart>
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
          options={others}
          onChange={(other) => act((draft) => characterise(draft, id, 'representedById', other))}
        />
      ) : null}
      {stakeholder.atTable === 'yes' ? null : (
        <TextField path={['stakeholders', id, 'missingReason']} label={strings.reason} />
      )}
      <ChoiceField
        label={strings.takesPart}
        value={stakeholder.participationCurrent}
        allowNone={strings.unknown}
        options={steps}
        onChange={(level) => act((draft) => characterise(draft, id, 'participationCurrent', level))}
      />
      <ChoiceField
        label={strings.shouldTakePart}
        value={stakeholder.participationDesired}
        allowNone={strings.unknown}
        options={steps}
        onChange={(level) => act((draft) => characterise(draft, id, 'participationDesired', level))}
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
    </PanelPart>
  )
}

const About = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const { map, act, strings, words, terms } = useMapPage()
  const { id, name, tags } = stakeholder
  const [double] = useMemo(() => nearDuplicates(map, name, id), [map, name, id])
  return (
    <PanelPart>
      <LineField
        label={strings.name}
        hint={strings.nameHint}
        value={name}
        maxLength={120}
        place={{ item: id, field: 'name' }}
        onChange={(next) => act((draft) => renameStakeholder(draft, id, next))}
      />
      {looksLikePerson(name) ? <Notice tone="look">{strings.likePerson}</Notice> : null}
      {double ? <Notice tone="look">{strings.alike(double.name)}</Notice> : null}
      <ChoiceField
        label={strings.kind}
        value={stakeholder.kind}
        allowNone={strings.unknown}
        options={stakeholderKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => act((draft) => characterise(draft, id, 'kind', kind))}
      />
      <ChoiceField
        label={strings.sector}
        value={stakeholder.sector}
        allowNone={strings.unknown}
        options={sectors.map((value) => ({ value, label: terms.sectors[value] }))}
        onChange={(sector) => act((draft) => characterise(draft, id, 'sector', sector))}
      />
      <ChoiceField
        label={strings.level}
        value={stakeholder.level}
        allowNone={strings.unknown}
        options={levels.map((value) => ({ value, label: terms.levels[value] }))}
        onChange={(level) => act((draft) => characterise(draft, id, 'level', level))}
      />
      <ChoiceField
        label={strings.howSure}
        hint={strings.howSureHint}
        value={stakeholder.confidence}
        allowNone={strings.unknown}
        options={confidences.map((value) => ({ value, label: terms.confidences[value] }))}
        onChange={(confidence) => act((draft) => characterise(draft, id, 'confidence', confidence))}
      />
      <TextField path={['stakeholders', id, 'description']} label={strings.description} />
      <ReferencesField
        kind="evidence"
        label={strings.evidence}
        ids={stakeholder.evidenceIds}
        onAdd={(evidence) => act((draft) => tieEvidence(draft, 'stakeholders', id, evidence, true))}
        onRemove={(evidence) => act((draft) => tieEvidence(draft, 'stakeholders', id, evidence, false))}
      />
      <LineField
        label={strings.tags}
        hint={strings.tagsHint}
        value={tags.join(', ')}
        onChange={(next) =>
          act((draft) =>
            characterise(
              draft,
              id,
              'tags',
              next.split(',').map((tag) => tag.trimStart()),
            ),
          )
        }
      />
    </PanelPart>
  )
}
