import { memo, useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Chip } from '#ui/chip.tsx'
import { Level } from '#ui/level.tsx'
import { addAssumption, judgeAssumption, rateAssumption } from '../assumption-commands.ts'
import { remove } from '../commands.ts'
import { assumptionStatuses, type Assumption } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { Plain } from './fields.tsx'
import { RemoveButton } from './marks.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { RowActions } from './row-actions.tsx'
import { usePage, useProblem, useRows } from './use-page.ts'

const columns = '@4xl:grid-cols-[minmax(0,1fr)_12.5rem_12.5rem_minmax(0,14rem)_6.5rem]'

/** What people think and do not know yet: how sure, how important, and how they find out. */
export const AssumptionPart = () => {
  const { words, act } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const assumptions = useRows('assumptions')
  const adding = useAdding()
  return (
    <Part section="assumptions" note={lower.assumptionsNote} bare action={adding.button(lower.addAssumption)}>
      {adding.open ? (
        <div className="px-4 md:px-7">
          <AddLine
            label={lower.weThink}
            onClose={adding.close}
            onAdd={(text) => act((draft) => addAssumption(draft, problem.id, { text })).ok}
          />
        </div>
      ) : null}
      {assumptions.length === 0 ? (
        <div className="px-4 pb-4 md:px-7">
          <EmptyNote>{lower.noAssumptions}</EmptyNote>
        </div>
      ) : (
        <>
          <div
            aria-hidden
            className={`hidden gap-x-4 bg-field px-7 py-2 text-xs font-strong text-ink-2 @4xl:grid ${columns}`}
          >
            <span>{lower.weThink}</span>
            <span>{words.certainty}</span>
            <span>{words.importance}</span>
            <span>{words.howWeFindOut}</span>
          </div>
          <ul>
            {assumptions.map((assumption) => (
              <AssumptionRow key={assumption.id} assumption={assumption} />
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

const tones = { open: 'plain', confirmed: 'good', partly: 'care', refuted: 'bad', unclear: 'plain' } as const

const AssumptionRow = memo(({ assumption }: { readonly assumption: Assumption }) => {
  const { act, desk, words, takeAway } = usePage()
  const lower = useStrings(lowerStrings)
  const [open, setOpen] = useState(false)
  const { id, text, status } = assumption
  return (
    <li className="border-t border-ditch px-4 py-1.5 md:px-7" data-item={id}>
      <div className={`grid items-start gap-x-4 gap-y-1 @max-4xl:grid-cols-[minmax(0,1fr)_auto] ${columns}`}>
        <div className="min-w-0">
          <Plain className="[&_textarea]:font-label">
            <TextField hideLabel path={['assumptions', id, 'text']} label={words.assumption} />
          </Plain>
          {status === 'open' ? null : <Chip tone={tones[status]}>{words.assumptionStatuses[status]}</Chip>}
        </div>
        {(['certainty', 'importance'] as const).map((scale) => (
          <span
            key={scale}
            className={`flex min-h-9 items-center justify-between @max-4xl:col-span-2 @4xl:justify-start ${desk.canWrite ? '@4xl:-ml-2.5' : ''}`}
          >
            <span className="text-xs text-ink-2 @4xl:hidden" aria-hidden>
              {words[scale]}
            </span>
            <Level
              label={`${words[scale]} ${text}`}
              value={assumption[scale]}
              readOnly={!desk.canWrite}
              onChange={(step) => act((draft) => rateAssumption(draft, id, scale, step))}
            />
          </span>
        ))}
        <div className="min-w-0 @max-4xl:col-span-2">
          <span className="text-xs text-ink-2 @4xl:hidden" aria-hidden>
            {words.howWeFindOut}
          </span>
          <Plain>
            <TextField
              hideLabel
              path={['assumptions', id, 'howWeFindOut']}
              placeholder={lower.notDecided}
              label={`${words.howWeFindOut} ${text}`}
            />
          </Plain>
        </div>
        <span className="justify-self-end @max-4xl:col-start-2 @max-4xl:row-start-1">
          <RowActions id={id} what={text} open={open} onToggle={() => setOpen(!open)} />
        </span>
      </div>
      {open ? (
        <div className="mt-1 mb-2 flex flex-wrap items-end justify-between gap-3 bg-field p-3">
          <ChoiceField
            label={words.assumptionStatus}
            value={status}
            options={assumptionStatuses.map((value) => ({ value, label: words.assumptionStatuses[value] }))}
            onChange={(next) => next && act((draft) => judgeAssumption(draft, id, next))}
          />
          <RemoveButton what={text} onRemove={() => takeAway(text, (draft) => remove(draft, 'assumptions', id))} />
        </div>
      ) : null}
    </li>
  )
})
