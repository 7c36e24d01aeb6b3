import { Spline, Trash2 } from 'lucide-react'
import { ChoiceField } from '#react/choice-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { ReferencesField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { changeRelation, removeRelation, tieEvidence, usualDirection } from '../commands.ts'
import { directions, relationStatuses, relationTypes, type Relation, type RelationType } from '../shape.ts'
import { PanelPart, PanelShell } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import { useMapPage } from './use-map.ts'

const strengths = [1, 2, 3, 4, 5] as const
const qualities = [-2, -1, 0, 1, 2] as const

/** Everything about one line between two parties. */
export const RelationPanel = ({
  relation,
  onClose,
  onOpen,
}: {
  relation: Relation
  onClose: () => void
  onOpen: (id: string) => void
}) => {
  const { desk, act, nameOf, strings: common, words, terms, tell } = useMapPage()
  const strings = useStrings(partStrings)
  const { id, from, to, type } = relation
  const sentence = common.sentence(nameOf(from), words.types[type], nameOf(to), relation.strength)
  const qualityWords = strings.qualities.split('|')
  const chooseType = (next: RelationType | null) => {
    if (next === null) return
    act((draft) => {
      // A line that ran as its kind usually does, runs as the new kind does.
      if (relation.direction === usualDirection[type]) changeRelation(draft, id, 'direction', usualDirection[next])
      changeRelation(draft, id, 'type', next)
    })
  }
  return (
    <PanelShell
      title={sentence}
      focusKey={id}
      lead={terms.questions[type]}
      icon={<Spline size={22} aria-hidden />}
      onClose={onClose}
    >
      <div className="parcel flex flex-wrap gap-2 px-5 py-2">
        <RemarkButton itemId={id} about={sentence} />
        {[from, to].map((end) =>
          end === null ? null : (
            <Button key={end} variant="quiet" size="dense" onClick={() => onOpen(end)}>
              {nameOf(end)}
            </Button>
          ),
        )}
      </div>
      <PanelPart>
        <ChoiceField
          label={strings.type}
          value={type}
          options={relationTypes.map((value) => ({ value, label: terms.types[value] }))}
          onChange={chooseType}
        />
        <ChoiceField
          label={strings.direction}
          value={relation.direction}
          options={directions.map((value) => ({ value, label: terms.directions[value] }))}
          onChange={(next) => next && act((draft) => changeRelation(draft, id, 'direction', next))}
        />
        <ChoiceField
          label={strings.strength}
          value={relation.strength === null ? null : String(relation.strength)}
          allowNone={common.unknown}
          options={strengths.map((step) => ({ value: String(step), label: common.step(step) }))}
          onChange={(next) =>
            act((draft) => changeRelation(draft, id, 'strength', next === null ? null : Number(next)))
          }
        />
        <ChoiceField
          label={strings.quality}
          value={relation.quality === null ? null : String(relation.quality)}
          allowNone={common.unknown}
          options={qualities.map((step) => ({ value: String(step), label: qualityWords[step + 2] ?? String(step) }))}
          onChange={(next) => act((draft) => changeRelation(draft, id, 'quality', next === null ? null : Number(next)))}
        />
        <ChoiceField
          label={strings.status}
          value={relation.status}
          options={relationStatuses.map((value) => ({ value, label: words.statuses[value] }))}
          onChange={(next) => next && act((draft) => changeRelation(draft, id, 'status', next))}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="focus-ring size-6 accent-water"
            disabled={!desk.canWrite}
            checked={relation.formal}
            onChange={(event) => act((draft) => changeRelation(draft, id, 'formal', event.target.checked))}
          />
          {strings.formal}
        </label>
        <LineField
          label={strings.label}
          value={relation.label}
          maxLength={120}
          place={{ item: id, field: 'label' }}
          onChange={(next) => act((draft) => changeRelation(draft, id, 'label', next))}
        />
        <ReferencesField
          kind="evidence"
          label={strings.evidence}
          ids={relation.evidenceIds}
          onAdd={(evidence) => act((draft) => tieEvidence(draft, 'relations', id, evidence, true))}
          onRemove={(evidence) => act((draft) => tieEvidence(draft, 'relations', id, evidence, false))}
        />
        {desk.canWrite ? (
          <Button
            variant="stop"
            onClick={() => {
              onClose()
              act((draft) => removeRelation(draft, id))
              tell(strings.relationRemoved)
            }}
          >
            <Trash2 size={18} aria-hidden /> {strings.removeRelation}
          </Button>
        ) : null}
      </PanelPart>
    </PanelShell>
  )
}
