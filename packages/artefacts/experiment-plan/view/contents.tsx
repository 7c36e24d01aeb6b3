import { Check, CircleDashed, CircleDotDashed } from 'lucide-react'
import { useMemo } from 'react'
import { useRestingContent } from '#react/use-resting-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { planParts, progressOf, type PlanPart, type Progress } from '../progress.ts'
import { careStrings } from './care-strings.ts'
import { chainStrings } from './chain-strings.ts'
import { frameStrings } from './frame-strings.ts'
import { learningStrings } from './learning-strings.ts'
import { stopStrings } from './stop-strings.ts'
import { useFoldsHere } from './use-folds.ts'
import { usePlanPage } from './use-plan.ts'
import { valueStrings } from './value-strings.ts'

/** All parts of the page with what is filled and what is still empty, in words and never as a score. */
export const Contents = () => {
  const { desk, strings } = usePlanPage()
  const { fold } = useFoldsHere()
  const plan = useRestingContent(desk.document)
  const progress = useMemo(() => progressOf(plan), [plan])
  const names = useNamesOfParts()
  return (
    <>
      <ul>
        {planParts.map((part) => (
          <li key={part}>
            <a
              href={`#${part}`}
              className="focus-ring-inside flex min-h-11 items-center justify-between gap-3 rounded-control px-3 text-sm font-label hover:bg-field md:min-h-8"
            >
              {names[part]}
              {progress[part] ? <Mark progress={progress[part]} /> : null}
            </a>
          </li>
        ))}
      </ul>
      <div className="mt-1 flex flex-wrap gap-1 border-t border-ditch pt-1.5">
        <Button variant="quiet" size="dense" data-closes onClick={() => fold(planParts, true)}>
          {strings.foldAll}
        </Button>
        <Button variant="quiet" size="dense" data-closes onClick={() => fold(planParts, false)}>
          {strings.unfoldAll}
        </Button>
      </div>
    </>
  )
}

const useNamesOfParts = (): { readonly [Part in PlanPart]: string } => {
  const { strings, words } = usePlanPage()
  const learning = useStrings(learningStrings)
  return {
    ...strings.sections,
    effects: words.effects,
    rules: words.barriers,
    stop: useStrings(stopStrings).title,
    when: useStrings(frameStrings).plan,
    chain: useStrings(chainStrings).title,
    values: useStrings(valueStrings).title,
    care: useStrings(careStrings).title,
    cards: learning.cards,
    scaling: learning.scaling,
  }
}

const icons = { filled: Check, begun: CircleDotDashed, empty: CircleDashed } as const

const Mark = ({ progress }: { readonly progress: Progress }) => {
  const { strings } = usePlanPage()
  const Icon = icons[progress]
  return (
    <span
      className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${progress === 'empty' ? 'text-ink-3' : 'text-ink-2'}`}
    >
      <Icon size={14} aria-hidden /> {strings.progress[progress]}
    </span>
  )
}
