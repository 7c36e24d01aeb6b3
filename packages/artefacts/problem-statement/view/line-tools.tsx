import { ArrowDown, ArrowUp } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { moveLine, removeLine } from '../line-commands.ts'
import { linesOf } from '../queries.ts'
import type { Line } from '../shape.ts'
import { EvidenceTie } from './evidence-tie.tsx'
import { lowerStrings } from './lower-strings.ts'
import { RemoveButton } from './marks.tsx'
import { usePage, useRows } from './use-page.ts'

/** What people do with one point: say how we know, move it, take it away. */
export const LineTools = ({ line: { id, text, world, problemId, evidenceIds } }: { readonly line: Line }) => {
  const { act, say, takeAway } = usePage()
  const lower = useStrings(lowerStrings)
  const siblings = linesOf({ lines: useRows('lines') }, problemId ?? '', world)
  const at = siblings.findIndex((line) => line.id === id)
  const move = (behind: string | null, said: string) => {
    act((draft) => moveLine(draft, id, behind))
    say(said)
  }
  return (
    <div className="mt-1 mb-2 grid gap-3 bg-field p-3">
      <EvidenceTie place={{ list: 'lines', id }} ids={evidenceIds} />
      <span className="-ml-3 flex flex-wrap">
        <Button
          variant="quiet"
          size="dense"
          disabled={at <= 0}
          icon={<ArrowUp size={16} aria-hidden />}
          onClick={() => move(siblings[at - 2]?.id ?? null, lower.movedUp)}
        >
          {lower.up}
        </Button>
        <Button
          variant="quiet"
          size="dense"
          disabled={at >= siblings.length - 1}
          icon={<ArrowDown size={16} aria-hidden />}
          onClick={() => move(siblings[at + 1]?.id ?? null, lower.movedDown)}
        >
          {lower.down}
        </Button>
        <RemoveButton what={text} onRemove={() => takeAway(text, (draft) => removeLine(draft, id))} />
      </span>
    </div>
  )
}
