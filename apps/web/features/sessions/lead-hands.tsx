import { Hand, LifeBuoy } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import type { Person } from '../../api/use-facts.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { leadStrings } from './lead-strings.ts'

type HandsProps = { readonly session: SessionHandle; readonly people: readonly Person[] }

/** Who wants to say or ask something, in the order in which they came. */
export const LeadHands = ({ session, people }: HandsProps) => {
  const strings = useStrings(leadStrings)
  const { perspectives } = useWorkplace()
  const hands = session.leading?.hands ?? []
  const slotOf = (person: Person | undefined) =>
    perspectives.find(({ id }) => id === person?.perspective)?.marker ?? null
  const answer = (participant: string, act: 'floor' | 'done') =>
    void session.send('answerHand', { params: { participant }, body: { act } })
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? strings.somebody
  const last = hands.at(-1)
  return (
    <section aria-labelledby="hands" className="parcel px-4 py-3.5 sm:px-5">
      <div className="flex items-baseline gap-3">
        <h2 id="hands" className="text-lg/[1.25] font-strong">
          {strings.questions}
        </h2>
        {hands.length > 0 ? <p className="text-sm text-ink-2">{strings.openCount(hands.length)}</p> : null}
      </div>
      <p role="alert" className="sr-only">
        {last ? strings.newQuestion(nameOf(last.participant)) : ''}
      </p>
      {session.live.floor ? (
        <div className="mt-2 flex items-center gap-3 bg-light-tint px-3 py-2">
          <p className="min-w-0 flex-1 font-label">{strings.hasFloor(nameOf(session.live.floor))}</p>
          <Button size="dense" onClick={() => answer(session.live.floor ?? '', 'done')}>
            {strings.endFloor}
          </Button>
        </div>
      ) : null}
      {hands.length === 0 ? <p className="mt-1 text-sm text-ink-2">{strings.noQuestions}</p> : null}
      <ul className="mt-1">
        {hands.map(({ participant, kind, text }) => (
          <li
            key={participant}
            className="grid grid-cols-[1.625rem_minmax(0,1fr)_auto] items-center gap-3 border-t border-ditch py-2 leading-tight first:border-t-0"
          >
            <Avatar slot={slotOf(people.find(({ id }) => id === participant))} name={nameOf(participant)} size={26} />
            <div className="min-w-0">
              <strong className="block truncate font-label">{nameOf(participant)}</strong>
              <span className="flex items-center gap-1.5 text-sm text-ink-2">
                {kind === 'speak' ? <Hand size={16} aria-hidden /> : <LifeBuoy size={16} aria-hidden />}
                <span className="min-w-0 break-words">
                  {text || (kind === 'speak' ? strings.wantsToSpeak : strings.wantsHelp)}
                </span>
              </span>
            </div>
            <Button
              size="dense"
              aria-label={`${kind === 'speak' ? strings.giveFloor : strings.helped}: ${nameOf(participant)}`}
              onClick={() => answer(participant, kind === 'speak' ? 'floor' : 'done')}
            >
              {kind === 'speak' ? strings.giveFloor : strings.helped}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
