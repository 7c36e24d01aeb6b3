import { X } from 'lucide-react'
import { longestDescription } from '#domain/choosing/ballot.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { cardsAsOptions, groupsAsOptions, type CardSource } from './card-options.ts'
import { explained, withRows, type OptionDraft, type OptionRow } from './option-draft.ts'
import { choosingWords } from './strings.ts'

type OptionFieldsProps = {
  readonly isProposal: boolean
  readonly draft: OptionDraft
  readonly cards: CardSource | undefined
  readonly onChange: (draft: OptionDraft) => void
  readonly error: boolean
}

/** What is chosen from: typed on lines, taken from what lies there, and each explained where that helps. */
export const OptionFields = ({ isProposal, draft, cards, onChange, error }: OptionFieldsProps) => {
  const strings = useStrings(choosingWords)
  const { rows, lines } = draft
  const put = (key: string, part: Partial<OptionRow>) =>
    onChange({ lines, rows: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  return (
    <div className="grid gap-2">
      {rows.length > 0 ? (
        <ul className="grid gap-3">
          {rows.map((row, at) => (
            <OptionRowFields
              key={row.key}
              row={row}
              number={at + 1}
              onPut={(part) => put(row.key, part)}
              onRemove={() => onChange({ lines, rows: rows.filter(({ key }) => key !== row.key) })}
            />
          ))}
        </ul>
      ) : null}
      <Field
        label={rows.length > 0 ? strings.moreOptions : isProposal ? strings.proposal : strings.options}
        hint={strings.optionsHint}
        error={error ? strings.noOptions : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={isProposal || rows.length > 0 ? 2 : 4}
            value={lines}
            onChange={(event) => onChange({ rows, lines: event.target.value })}
            className={inputClass}
          />
        )}
      </Field>
      <Sources draft={draft} cards={cards} onChange={onChange} />
    </div>
  )
}

const Sources = ({ draft, cards, onChange }: Pick<OptionFieldsProps, 'draft' | 'cards' | 'onChange'>) => {
  const strings = useStrings(choosingWords)
  const { directory } = useWorkplace()
  const sentences = directory
    .ofKind('formulation')
    .filter(({ label, attributes }) => label.trim() !== '' && attributes['status'] === 'open')
    .map(({ id, label }): OptionRow => ({ key: id, id, refId: id, text: label, description: '' }))
  const sources = [
    { words: strings.fromCards, rows: cards ? groupsAsOptions(cards) : [] },
    { words: strings.fromLooseCards, rows: cards ? cardsAsOptions(cards) : [] },
    { words: strings.fromSentences, rows: sentences },
  ].filter(({ rows }) => rows.some(({ key }) => draft.rows.every((row) => row.key !== key)))
  return (
    <div className="flex flex-wrap gap-2">
      {sources.map(({ words, rows }) => (
        <Button key={words} size="dense" onClick={() => onChange(withRows(draft, rows))}>
          {words}
        </Button>
      ))}
      {draft.lines.trim() === '' ? null : (
        <Button size="dense" variant="quiet" onClick={() => onChange(explained(draft))}>
          {strings.explain}
        </Button>
      )}
    </div>
  )
}

type OptionRowFieldsProps = {
  readonly row: OptionRow
  readonly number: number
  readonly onPut: (part: Partial<OptionRow>) => void
  readonly onRemove: () => void
}

const OptionRowFields = ({ row: { text, description }, number, onPut, onRemove }: OptionRowFieldsProps) => {
  const strings = useStrings(choosingWords)
  return (
    <li className="grid gap-2 border-l-[3px] border-ditch pl-3">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label={strings.option(number)}>
            {(control) => (
              <input
                {...control}
                maxLength={500}
                value={text}
                onChange={(event) => onPut({ text: event.target.value })}
                className={inputClass}
              />
            )}
          </Field>
        </div>
        <Button
          size="icon"
          variant="quiet"
          aria-label={strings.removeOption(number)}
          icon={<X size={20} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <Field label={strings.explanation(number)} labelClass="text-sm text-ink-2">
        {(control) => (
          <textarea
            {...control}
            rows={Math.min(5, Math.max(2, description.split('\n').length))}
            maxLength={longestDescription}
            value={description}
            onChange={(event) => onPut({ description: event.target.value })}
            className={inputClass}
          />
        )}
      </Field>
    </li>
  )
}
