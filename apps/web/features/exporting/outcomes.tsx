import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { can } from '#domain/permissions.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Segments } from '#ui/segments.tsx'
import { madeKey } from './made-key.ts'
import { Maker } from './maker.tsx'
import { exportingStrings } from './strings.ts'

// Most people come to make a report; the rest comes when somebody asks for it.
const MadeList = lazy(async () => ({ default: (await import('./made-list.tsx')).MadeList }))
const Answers = lazy(async () => ({ default: (await import('./answers.tsx')).Answers }))
const ReadingLink = lazy(async () => ({ default: (await import('./reading-link.tsx')).ReadingLink }))

type OutcomesProps = {
  /** How many things of an imported file no screen shows yet. */
  readonly leftovers: number
  readonly offline: boolean
}

const tabs = ['make', 'made', 'answers'] as const
type Tab = (typeof tabs)[number]

/** The page where anybody makes a report of what is here now, sees what was made, and what was done with it. */
export const Outcomes = ({ leftovers, offline }: OutcomesProps) => {
  const strings = useStrings(exportingStrings)
  const queries = useQueryClient()
  const { workspaceId, me } = useWorkplace()
  // Who follows a line of a report comes for a decision.
  const [tab, setTab] = useState<Tab>(() => (location.hash.length > 1 ? 'answers' : 'make'))
  return (
    <main className="parcels min-h-full grid-rows-[auto_1fr] content-stretch">
      <header className="parcel flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-3 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.title}</h1>
        <Segments
          legend={strings.tabs}
          value={tab}
          onChange={setTab}
          options={tabs.map((value) => ({ value, label: strings.tab[value] }))}
        />
      </header>
      {tab === 'make' ? (
        <Maker
          leftovers={leftovers}
          offline={offline}
          onMade={() => void queries.invalidateQueries({ queryKey: madeKey(workspaceId) })}
        />
      ) : null}
      <Suspense>{tab === 'made' ? <MadeList /> : null}</Suspense>
      {tab === 'answers' ? (
        <div className="grid content-stretch gap-ditch bg-ditch xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <Suspense>
            <Answers />
            {can(me.role, 'manage-joining') ? <ReadingLink /> : null}
          </Suspense>
        </div>
      ) : null}
    </main>
  )
}
