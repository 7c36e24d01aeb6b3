import { Upload } from 'lucide-react'
import { useRef, useState, type ChangeEvent } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import type { ReadCard } from '../card-file.ts'
import { addCard } from '../learning-commands.ts'
import type { ExperimentPlanDraft } from '../shape.ts'
import { learningStrings } from './learning-strings.ts'
import { usePlanPage } from './use-plan.ts'

/** No list of cards needs more; a bigger file is something else. */
const biggest = 2_000_000

type Failure = 'no-json' | 'no-cards' | 'too-big'

/** Takes in learning cards of others, with where they came from; the page of all trials gives one's own away. */
export const CardTaking = () => {
  const { act, desk, say } = usePlanPage()
  const own = useStrings(learningStrings)
  const { workspaceId } = useWorkplace()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [told, tell] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    if (!chosen) return
    tell('')
    if (chosen.size > biggest) return setFailure('too-big')
    const text = await chosen.text()
    if (file.current) file.current.value = ''
    const { readCards } = await import('../card-file.ts')
    const read = readCards(text)
    setFailure(read.ok ? null : read.reason)
    if (!read.ok) return
    const added = act((draft) => takeIn(draft, read.value))
    const words = added === 0 ? own.already : own.took(added)
    tell(words)
    say(words)
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      {desk.canWrite ? (
        <>
          <Button size="dense" icon={<Upload size={16} aria-hidden />} onClick={() => file.current?.click()}>
            {own.take}
          </Button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            aria-label={own.take}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => void take(event)}
          />
        </>
      ) : null}
      <a
        href={`/w/${workspaceId}/all/experiment-plan`}
        className="focus-ring inline-flex min-h-11 items-center text-sm text-water underline underline-offset-3"
      >
        {own.share}
      </a>
      {failure ? (
        <p role="alert" className="basis-full text-sm text-clay">
          {own.takeFailed[failure]}
        </p>
      ) : null}
      {told === '' ? null : <p className="basis-full text-sm">{told}</p>}
    </div>
  )
}

// A card that came before is not taken twice.
const takeIn = (draft: ExperimentPlanDraft, read: readonly ReadCard[]): number => {
  const known = new Set(draft.learningCards.all().map((row) => keyOf(row.origin.get())))
  const fresh = read.filter(({ origin }) => !known.has(keyOf(origin)))
  for (const { id: _, ...card } of fresh) addCard(draft, card)
  return fresh.length
}

const keyOf = (origin: ReadCard['origin'] | null): string =>
  origin === null ? '' : JSON.stringify([origin.workspace, origin.experiment, origin.cardId])
