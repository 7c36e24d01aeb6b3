import type { Step } from '#domain/agenda.ts'
import type { Directory } from '#domain/directory.ts'
import type { Artefact } from '../../api/use-facts.ts'

type Kind = Artefact['kind']

/** In which kind of artefact the things of a step stand. */
const kindOfType: { readonly [type: string]: Kind } = {
  problem: 'problem-statement',
  formulation: 'problem-statement',
  evidence: 'problem-statement',
  stakeholder: 'stakeholder-map',
  relation: 'stakeholder-map',
  experiment: 'experiment-plan',
}

/** The part of the page in which a field stands, as its address names it. */
const partOfField: { readonly [In in Kind]: { readonly [field: string]: string } } = {
  'problem-statement': {
    whatHappens: 'what',
    affected: 'what',
    desiredChange: 'what',
    livedWorld: 'worlds',
    systemWorld: 'worlds',
    gap: 'worlds',
    rules: 'rules',
    causes: 'why',
    beliefs: 'why',
    patterns: 'why',
    structures: 'why',
    basedOnIds: 'converge',
    minorityNote: 'converge',
    'kind=sub': 'parts',
    scale: 'scale',
    carriers: 'carriers',
    assumptions: 'assumptions',
  },
  'stakeholder-map': {},
  'experiment-plan': {
    'status=idea': 'idea',
    card: 'idea',
    assumptions: 'assumptions',
    measures: 'measures',
    stopRules: 'stop',
    steps: 'steps',
    effects: 'effects',
    distribution: 'values',
    ruleBarriers: 'rules',
    learningLog: 'log',
    learningCards: 'cards',
    decision: 'decision',
  },
}
const partOfType: { readonly [type: string]: string } = { formulation: 'converge', evidence: 'quotes' }

/** What a step opens: an artefact, and the part of its page or the thing in it that it is about. */
export type FocusTarget = { readonly artefact: Artefact; readonly place: string | undefined }

/** Every part of one artefact's page, and every thing in it, that a step is about. */
export const focusPlaces = ({ artefacts: focus }: Pick<Step, 'artefacts'>, { kind }: Pick<Artefact, 'kind'>) => [
  ...new Set(
    focus
      .filter(({ type }) => kindOfType[type] === kind)
      .flatMap(({ type, ids, fields }) => {
        const parts = fields.flatMap((name) => partOfField[kind][name] ?? [])
        return [...ids, ...(parts.length > 0 ? parts : [partOfType[type] ?? []].flat())]
      }),
  ),
]

/** The artefacts that a step opens, the first one first; none for a step that opens nothing, or nothing that is there. */
export const focusTargets = (
  { artefacts: focus }: Pick<Step, 'artefacts'>,
  artefacts: readonly Artefact[],
  directory: Directory,
): readonly FocusTarget[] =>
  focus.flatMap(({ type, ids, fields }): FocusTarget[] => {
    const kind = kindOfType[type]
    if (!kind) return []
    const [item] = ids.flatMap((id) => directory.get(id) ?? [])
    const artefact = artefacts.find(({ id }) => id === item?.document) ?? artefacts.find((one) => one.kind === kind)
    if (!artefact) return []
    const [field] = fields.flatMap((name) => partOfField[kind][name] ?? [])
    return [{ artefact, place: item?.id ?? field ?? partOfType[type] }]
  })
