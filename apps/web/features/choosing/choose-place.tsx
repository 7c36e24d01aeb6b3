import { Suspense } from 'react'
import { can } from '#domain/permissions.ts'
import { useBallots } from '#react/use-ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { BallotForm } from './ballot-form.tsx'
import { BallotPlace } from './ballot-place.tsx'
import { choosingWords } from './strings.ts'

/** All votes of the workspace, newest first; outside a session too. */
export const ChoosePlace = () => {
  const strings = useStrings(choosingWords)
  return (
    <div className="mx-auto grid max-w-[64rem] gap-6 px-4 py-6 sm:px-7">
      <header className="grid gap-1">
        <h1 className="text-2xl font-[420] tracking-[-.02em]">{strings.title}</h1>
        <p className="text-ink-2">{strings.intro}</p>
      </header>
      <Suspense>
        <AllBallots />
      </Suspense>
    </div>
  )
}

const AllBallots = () => {
  const strings = useStrings(choosingWords)
  const { me } = useWorkplace()
  const { list } = useBallots()
  const leads = can(me.role, 'run-ballots')
  if (list === null) return null
  return (
    <>
      {leads ? <BallotForm startsOpen={list.length === 0} /> : null}
      {list.length === 0 && !leads ? (
        <p className="border-l-[3px] border-ditch px-4 py-3">
          {strings.none} {strings.noneHint}
        </p>
      ) : null}
      {list.toReversed().map((ballot) => (
        <div
          key={ballot.id}
          data-item={ballot.id}
          className="scroll-mt-4 outline-none border-t-[3px] border-ditch pt-5"
        >
          <BallotPlace ballot={ballot} leads={leads} />
        </div>
      ))}
    </>
  )
}
