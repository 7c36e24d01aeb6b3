import { createContext, startTransition, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { SharedDocument } from '#crdt/document.ts'
import type { CheckHit } from '#domain/check.ts'
import { useHits } from '#react/check-context.ts'
import { Hints } from '#react/hints.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { formatList } from '#i18n/format.ts'
import { checks } from '../checks.ts'
import { isHardToRead } from '../plain-language.ts'
import { progressOf, sentenceOf, wordsOf } from '../queries.ts'
import type { Problem, ProblemStatement, shape } from '../shape.ts'
import { proseWith, type TextSigns } from '../texts.ts'
import { usePage, useProblem } from './use-page.ts'

type Questions = { readonly content: ProblemStatement; readonly open: readonly CheckHit[] }
const QuestionsContext = createContext<Questions | null>(null)

/** Asks the questions of the whole document once for everything under it, a moment after people paused. */
export const QuestionsProvider = ({ children }: { readonly children: ReactNode }) => {
  const content = useSettled(usePage().desk.document)
  const { open } = useHits(checks, content)
  const value = useMemo(() => ({ content, open }), [content, open])
  return <QuestionsContext value={value}>{children}</QuestionsContext>
}

const useQuestions = (): Questions => {
  const questions = useContext(QuestionsContext)
  if (!questions) throw new Error('questions need a QuestionsProvider above them')
  return questions
}

const settledMs = 500

// Nobody waits for a question: while people type the content of a moment ago is good enough, and costs no keystroke.
const useSettled = (document: SharedDocument<typeof shape>): ProblemStatement => {
  const [content, setContent] = useState(() => document.content())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      startTransition(() => setContent(document.content()))
    }
    const stop = document.subscribe(() => (timer ??= setTimeout(read, settledMs)))
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [document])
  return content
}

/** What this problem and its sentence ask the group to think about: three at most, each can be put aside. */
export const QuestionPart = () => {
  const { problem: now, isPart } = useProblem()
  const { content } = useQuestions()
  const nameOf = useNaming()
  const problem = content.problems.find(({ id }) => id === now.id)
  // Before anybody has written, every question would be there at once: first people write.
  if (!problem || progressOf(content, problem).filled.length === 0) return null
  const sentence = sentenceOf(content, problem.id)
  return (
    <div
      className={`parcel hidden px-4 py-3 has-[section]:block md:px-7 @4xl:[&>section]:grid-cols-3 @4xl:[&>section>p]:col-span-full @4xl:[&>section>details]:col-span-full ${isPart ? '@container' : ''}`}
    >
      <Hints
        checks={checks}
        content={content}
        targets={sentence ? [problem.id, sentence.id] : [problem.id]}
        nameOf={(hit) => nameOf(hit, content, problem)}
      />
    </div>
  )
}

/** The questions about one formulation, in words. */
export const useQuestionsAbout = (formulationId: string): readonly string[] => {
  const { locale } = usePage()
  return useQuestions()
    .open.filter(({ targetId }) => targetId === formulationId)
    .flatMap(({ checkId }) => checks.words[checkId]?.[locale] ?? [])
}

type Shows = (signs: TextSigns, explained: ReadonlySet<string>) => boolean
const signOf: { readonly [checkId: string]: Shows | undefined } = {
  P08: ({ blame }) => blame,
  P13: ({ reading }, explained) => isHardToRead(reading, explained),
  P17: ({ personal }) => personal,
}
const longestName = 60

// What a question is about: the sentence, a thing in a list, or the fields in which it stands.
const useNaming = () => {
  const { words, locale } = usePage()
  const { directory, records } = useWorkplace()
  return ({ checkId, targetId, itemId }: CheckHit, content: ProblemStatement, problem: Problem): string | null => {
    const formulation = content.formulations.find(({ id }) => id === targetId)
    if (formulation) return shortened(wordsOf(formulation))
    if (itemId !== undefined) return shortened(directory.get(itemId)?.label ?? words.removed)
    const shows = signOf[checkId]
    const explained = new Set(records.entries('glossary').map(({ value }) => value.word.toLowerCase()))
    return shows
      ? formatList(
          locale,
          proseWith(problem, (signs) => shows(signs, explained)).map((field) => words.fields[field].label),
        )
      : null
  }
}

const shortened = (text: string): string => (text.length > longestName ? `${text.slice(0, longestName)}…` : text)
