import type { Step } from '#domain/agenda.ts'
import { isForHall, type DirectoryEntry } from '#domain/directory.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { sessionStrings } from './strings.ts'

/** What stands in the artefacts for a part of a step: the kinds of things, and which of them are still in play. */
type Shown = { readonly kind: string; readonly only?: (entry: DirectoryEntry) => boolean }

const inPlay = ({ attributes: { status } }: DirectoryEntry): boolean => status !== 'merged' && status !== 'dropped'
const worlds: readonly Shown[] = [{ kind: 'line' }, { kind: 'gap' }]

const ofField: { readonly [field: string]: readonly Shown[] } = {
  livedWorld: worlds,
  systemWorld: worlds,
  gap: worlds,
  rules: [{ kind: 'rule' }],
  causes: [{ kind: 'cause' }],
  beliefs: [{ kind: 'assumption' }],
  assumptions: [{ kind: 'assumption' }],
  'kind=sub': [{ kind: 'problem', only: ({ attributes }) => attributes['kind'] === 'sub' }],
}
const ofType: { readonly [type: string]: readonly Shown[] } = {
  formulation: [{ kind: 'formulation', only: inPlay }],
  stakeholder: [{ kind: 'stakeholder' }],
  experiment: [{ kind: 'experiment' }],
  evidence: [{ kind: 'evidence', only: isForHall }],
}

/** The work of a step as the hall reads it from a chair: what was written, without names. */
export const HallWork = ({ step }: { readonly step: Step }) => {
  const strings = useStrings(sessionStrings)
  const { directory } = useWorkplace()
  const shown = [
    ...new Set(
      step.artefacts.flatMap(({ type, fields }) =>
        fields.flatMap((field) => ofField[field] ?? []).concat(ofType[type] ?? []),
      ),
    ),
  ]
  const words = shown
    .flatMap(({ kind, only = () => true }) => directory.ofKind(kind).filter(only))
    .map(({ label }) => label)
    .filter((text) => text.trim() !== '')
  if (words.length === 0) return <p className="text-[34px]/[1.3]">{strings.noWorkYet}</p>
  return (
    <ul className="h-full columns-[26rem] gap-12 overflow-hidden text-[max(28px,1.6vw)]/[1.25]">
      {words.map((text, at) => (
        // The same words can be written twice.
        <li key={at} className="mb-4 break-inside-avoid border-l-[6px] border-water pl-5 wrap-anywhere">
          {text}
        </li>
      ))}
    </ul>
  )
}
