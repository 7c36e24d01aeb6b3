import { Eye } from 'lucide-react'
import type { Ballot } from '#react/ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import type { StepProps } from './step.ts'
import { choosingWords } from './strings.ts'

/** A vote as it stands on every screen of a session until whoever leads opens its result. */
export const withheld = (ballot: Ballot): Ballot => (ballot.phase === 'closed' ? { ...ballot, tally: null } : ballot)

type WithheldProps = { readonly session: StepProps['session']; readonly leads: boolean }

/** All votes are in: everybody looks at the result at the same moment, when whoever leads opens it. */
export const WithheldResult = ({ session, leads }: WithheldProps) => {
  const strings = useStrings(choosingWords)
  return (
    <div role="status" className="grid justify-items-start gap-3 border-l-[3px] border-light bg-light-tint px-4 py-3">
      <p>{leads ? strings.withheldLead : strings.withheld}</p>
      {leads ? (
        <Button
          variant="main"
          icon={<Eye size={20} aria-hidden />}
          onClick={() => void session.send('steerSession', { body: { resultHidden: false } })}
        >
          {strings.showResult}
        </Button>
      ) : null}
    </div>
  )
}
