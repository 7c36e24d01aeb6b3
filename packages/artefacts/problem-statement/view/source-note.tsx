import type { Evidence } from '#domain/evidence.ts'
import { useContent } from '#react/use-content.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { usePage } from './use-page.ts'

/** From whom it comes, in small, and that a source was removed; nothing when nobody said. */
export const SourceNote = ({ ids }: { readonly ids: readonly string[] }) =>
  ids.length === 0 ? null : <Sources ids={ids} />

const Sources = ({ ids }: { readonly ids: readonly string[] }) => {
  const { words } = usePage()
  const { evidence } = useWorkplace()
  const labels = useContent(evidence, (register) => {
    const byId = indexOf(register.evidence)
    const known = ids.flatMap((id) => byId.get(id) ?? [])
    const named = known.map(({ sourceLabel }) => sourceLabel).filter((label) => label !== '')
    // An empty register has not come yet: then nothing is known to be gone.
    const isGone = register.evidence.length > 0 && known.length < ids.length
    return [...named, ...(isGone ? [words.removed] : [])].join(', ')
  })
  return labels === '' ? null : <p className="text-xs text-ink-3">{words.source(labels)}</p>
}

// Every line, rule and cause looks its sources up: the register is put in order once for all of them.
const indexes = new WeakMap<readonly Evidence[], ReadonlyMap<string, Evidence>>()

const indexOf = (evidence: readonly Evidence[]): ReadonlyMap<string, Evidence> => {
  const index = indexes.get(evidence) ?? new Map<string, Evidence>(evidence.map((row) => [row.id, row]))
  indexes.set(evidence, index)
  return index
}
