import type { CardPlace, TakenCard } from '#domain/artefact.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import type { Words } from '#i18n/strings.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { placeNames as names } from './place-names.ts'
import { shape, type ProblemStatementDraft } from './shape.ts'

type Place = CardPlace<typeof shape>
type Refused = 'no-place' | 'no-text'

/** Where the words of a card can go in a problem statement. */
export const places: { readonly [place: string]: Place } = {
  lived: list(names.lived, (draft, problemId, { id, text, row }) =>
    once(draft.lines, row, { problemId, world: 'lived', text, basedOnIds: [id] }),
  ),
  system: list(names.system, (draft, problemId, { id, text, row }) =>
    once(draft.lines, row, { problemId, world: 'system', text, basedOnIds: [id] }),
  ),
  causes: list(names.causes, (draft, problemId, { id, text, row }) =>
    once(draft.causes, row, { problemId, text, basedOnIds: [id] }),
  ),
  effects: list(names.effects, (draft, problemId, { id, text, row }) =>
    once(draft.effects, row, { problemId, text, basedOnIds: [id] }),
  ),
  rules: list(names.rules, (draft, problemId, { id, text, row }) =>
    once(draft.rules, row, { problemId, name: text.slice(0, 300), basedOnIds: [id] }),
  ),
  assumptions: list(names.assumptions, (draft, problemId, { id, text, row }) =>
    once(draft.assumptions, row, { problemId, text, basedOnIds: [id] }),
  ),
  formulations: list(names.formulations, (draft, problemId, { id, text, row }) =>
    once(draft.formulations, row, {
      problemId,
      text,
      form: text.trim().endsWith('?') ? 'hmw' : 'statement',
      perspective: row.by || mixedPerspective,
      basedOnIds: [id],
    }),
  ),
  whatHappens: field(names.whatHappens, 'whatHappens'),
  desiredChange: field(names.desiredChange, 'desiredChange'),
}

type Take = (draft: ProblemStatementDraft, problemId: string, card: TakenCard) => string

function list(name: Words, take: Take): Place {
  return { name, take: (draft, card) => inProblem(draft, card, (id) => ok(take(draft, id, card))) }
}

// A field is added to at its end, as somebody would type it; twice would be there twice.
function field(words: Words, name: 'whatHappens' | 'desiredChange'): Place {
  return {
    name: words,
    prose: (id) => ['problems', id, name],
    take: (draft, card) =>
      inProblem(draft, card, (id) => {
        draft.problems.get(id)?.[name].append(card.text)
        return ok(id)
      }),
  }
}

const inProblem = (
  { problems }: ProblemStatementDraft,
  { under, text }: TakenCard,
  take: (problemId: string) => Result<string, Refused>,
): Result<string, Refused> => {
  if (text.trim() === '') return refuse('no-text')
  const id = under ?? problems.all().find(({ kind }) => kind.get() === 'main')?.id
  return id !== undefined && problems.has(id) ? take(id) : refuse('no-place')
}

type Table<Init> = {
  readonly has: (id: string) => boolean
  readonly add: (init: Init, place: TakenCard['row']) => string
}

const once = <Init>(table: Table<Init>, row: TakenCard['row'], init: Init): string =>
  table.has(row.id) ? row.id : table.add(init, row)
