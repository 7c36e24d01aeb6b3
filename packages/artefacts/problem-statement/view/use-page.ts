import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Marker } from '#domain/perspective.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import type { Result } from '#kernel/result.ts'
import { useContent } from '#react/use-content.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { mainOf, rowsOf } from '../queries.ts'
import type { OwnedList, Problem, ProblemStatement, ProblemStatementDraft, shape } from '../shape.ts'
import { problemStrings } from '../strings.ts'
import { keepFocus } from './keep-focus.ts'
import { useFolds } from './use-folds.ts'
import { viewStrings } from './strings.ts'

type ProblemDesk = Desk<typeof shape>
/** A group by name, with its marker; `null` when it has none, as everybody together. */
export type Group = { readonly title: string; readonly marker: Marker | null }

/** What all parts of the page of a problem share; it stays the same object while people write. */
export const usePageState = (desk: ProblemDesk) => {
  const { author, directory, people, perspectives } = useWorkplace()
  const locale = useLocale()
  const strings = useStrings(viewStrings)
  const words = useStrings(problemStrings)
  const folds = useFolds()
  const [said, say] = useState('')
  const [removed, setRemoved] = useState<string | null>(null)
  // Undo takes back the last deed; once there is a newer one, the offer would take back the wrong thing.
  useEffect(() => (removed === null ? undefined : desk.undo.subscribe(() => setRemoved(null))), [desk.undo, removed])

  const page = useMemo(() => {
    const act = <Answer>(command: (draft: ProblemStatementDraft) => Answer): Answer => {
      // Each deed is a step of its own to take back, however fast they follow each other.
      desk.undo.manager.stopCapturing()
      keepFocus()
      return desk.document.change(author, command)
    }
    const groupOf = (perspective: string): Group => {
      if (perspective === mixedPerspective) return { title: words.together, marker: null }
      const known = perspectives.find(({ id }) => id === perspective)
      return { title: known?.title ?? words.unknown, marker: known?.marker ?? null }
    }
    return {
      desk,
      locale,
      strings,
      words,
      say,
      act,
      groupOf,
      /** A person or a stakeholder by name. */
      nameOf: (id: string) =>
        directory.get(id)?.label ?? people.find((person) => person.id === id)?.name ?? words.removed,
      /** Takes something away and offers the way back. */
      takeAway: (what: string, command: (draft: ProblemStatementDraft) => Result<unknown, string>) => {
        if (act(command).ok) setRemoved(what)
        else say(strings.goneMeanwhile)
      },
    }
  }, [desk, author, directory, people, perspectives, locale, strings, words])
  const forgetRemoved = useCallback(() => setRemoved(null), [])
  return { page, folds, said, removed, forgetRemoved }
}

export type Page = ReturnType<typeof usePageState>['page']

export const PageContext = createContext<Page | null>(null)
export const usePage = (): Page => {
  const page = useContext(PageContext)
  if (!page) throw new Error('usePage needs the page of a problem above it')
  return page
}

/** Which problem the parts under it are about, and whether it is a sub-question opened in its list. */
export const ProblemContext = createContext<{ readonly id: string; readonly isPart: boolean } | null>(null)

const useScope = () => {
  const scope = useContext(ProblemContext)
  if (!scope) throw new Error('parts of a problem need a ProblemContext above them')
  return scope
}

// What is typed into stays out: a part that shows a text asks for that text, and the rest of the page rests.
const factNames = [
  'id',
  'title',
  'parentId',
  'status',
  'chosenFormulationId',
  'affectedIds',
  'evidenceIds',
  'place',
  'since',
  'scaleCount',
  'scaleUnit',
  'scaleEvidenceIds',
] as const satisfies readonly (keyof Problem)[]
/** A problem without its running texts. */
export type ProblemFacts = Pick<Problem, (typeof factNames)[number]>

/** The problem that the parts here are about, as the same object until one of its facts changes. */
export const useProblem = (): { readonly problem: ProblemFacts; readonly isPart: boolean } => {
  const { desk } = usePage()
  const { id, isPart } = useScope()
  const facts = useContent(desk.document, (content) => {
    const row = problemIn(content, id)
    return factNames.map((name) => row[name])
  })
  // The list is made from the names, one for one, which a list of values cannot tell.
  const problem = useMemo(
    () => Object.fromEntries(factNames.map((name, at) => [name, facts[at]])) as ProblemFacts,
    [facts],
  )
  return { problem, isPart }
}

/** Something that follows from the whole of this problem, such as whether a text of it is empty. */
export const useOfProblem = <Answer>(ask: (problem: Problem) => Answer): Answer => {
  const { desk } = usePage()
  const { id } = useScope()
  return useContent(desk.document, (content) => ask(problemIn(content, id)))
}

const problemIn = ({ problems }: ProblemStatement, id: string): Problem => {
  const problem = problems.find((row) => row.id === id)
  // The page leaves out what stands under a problem that is gone, so this is a bug.
  if (!problem) throw new Error(`no problem ${id}`)
  return problem
}

/** The rows of one list of this problem. */
export const useRows = <List extends OwnedList>(list: List): ProblemStatement[List] => {
  const { desk } = usePage()
  const { id } = useScope()
  return useContent(desk.document, (content) => ownRows(content, list, id))
}

// Rows of one list are filtered, which leaves them rows of that list; a generic name hides it.
const ownRows = <List extends OwnedList>(
  content: ProblemStatement,
  list: List,
  problemId: string,
): ProblemStatement[List] =>
  rowsOf<{ readonly problemId: string | null }>(content[list], problemId) as ProblemStatement[List]

/** The main problem of a document by its id; `undefined` while the server has not made it. */
export const useMainId = (desk: ProblemDesk): string | undefined =>
  useContent(desk.document, (content) => mainOf(content)?.id)
