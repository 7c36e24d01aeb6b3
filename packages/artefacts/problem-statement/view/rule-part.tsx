import { useStrings } from '#react/use-strings.tsx'
import { lazy, memo, Suspense, useState } from 'react'
import { Chip } from '#ui/chip.tsx'
import { addRule } from '../rule-commands.ts'
import type { Rule } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { Said } from './marks.tsx'
import { RowActions } from './row-actions.tsx'
import { SourceNote } from './source-note.tsx'
import { usePage, useProblem, useRows } from './use-page.ts'

// Forms come when somebody opens one: reading is the first thing that people do here.
const RuleForm = lazy(async () => ({ default: (await import('./rule-form.tsx')).RuleForm }))

const columns = '@4xl:grid-cols-[minmax(0,1.3fr)_8.5rem_minmax(0,1fr)_minmax(0,1.3fr)_6.5rem]'

/** The rules and habits that are in the way, each with who can change it. */
export const RulePart = () => {
  const { words, act } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const rules = useRows('rules')
  const adding = useAdding()
  return (
    <Part section="rules" note={words.fields.rules.help} bare action={adding.button(lower.addRule)}>
      {adding.open ? (
        <div className="px-4 md:px-7">
          <AddLine
            label={words.rule}
            maxLength={300}
            onClose={adding.close}
            onAdd={(name) => act((draft) => addRule(draft, problem.id, { name })).ok}
          />
        </div>
      ) : null}
      {rules.length === 0 ? (
        <div className="px-4 pb-4 md:px-7">
          <EmptyNote>{lower.noRules}</EmptyNote>
        </div>
      ) : (
        <>
          <div
            aria-hidden
            className={`hidden gap-x-4 bg-field px-7 py-2 text-xs font-strong text-ink-2 @4xl:grid ${columns}`}
          >
            <span>{words.rule}</span>
            <span>{words.ruleKind}</span>
            <span>{words.fields.ruleOwner.label}</span>
            <span>{words.effect}</span>
          </div>
          <ul>
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

const RuleRow = memo(({ rule }: { readonly rule: Rule }) => {
  const { words, nameOf } = usePage()
  const lower = useStrings(lowerStrings)
  const [open, setOpen] = useState(false)
  const { name, kind, ownerId, effect, hardness, evidenceIds } = rule
  return (
    <li className="border-t border-ditch px-4 py-2 text-sm md:px-7" data-item={rule.id}>
      <div className={`grid items-start gap-x-4 gap-y-1 ${columns} @max-4xl:grid-cols-[minmax(0,1fr)_auto]`}>
        <div className="min-w-0 pt-1.5">
          <b className="font-label">
            <Said>{name}</Said>
          </b>
          <SourceNote ids={evidenceIds} />
        </div>
        <span className="pt-1 @max-4xl:col-span-2">
          {kind === null ? (
            <span className="text-ink-3">{lower.kindUnknown}</span>
          ) : (
            <Chip tone={kind === 'habit' || hardness === 'habit' ? 'care' : 'plain'}>{words.ruleKinds[kind]}</Chip>
          )}
        </span>
        <span className="pt-1.5 @max-4xl:col-span-2">
          <span className="text-xs text-ink-2 @4xl:sr-only">{words.fields.ruleOwner.label} </span>
          {ownerId === null ? (
            <span className="bg-light-tint px-1">{lower.nobodyKnown}</span>
          ) : (
            <Said>{nameOf(ownerId)}</Said>
          )}
        </span>
        <span className="pt-1.5 text-ink-2 @max-4xl:col-span-2">
          <Said>{effect}</Said>
        </span>
        <span className="justify-self-end @max-4xl:col-start-2 @max-4xl:row-start-1">
          <RowActions id={rule.id} what={name} open={open} onToggle={() => setOpen(!open)} />
        </span>
      </div>
      {open ? (
        <Suspense>
          <RuleForm rule={rule} />
        </Suspense>
      ) : null}
    </li>
  )
})
