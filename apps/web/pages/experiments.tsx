import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import type { Facts } from '../api/use-facts.ts'
import { AddArtefact, ArtefactActions } from '../features/arranging/later.tsx'
import { AgendaPart } from '../features/experiments/agenda-part.tsx'
import { BoardPart } from '../features/experiments/board-part.tsx'
import { trialsOf } from '../features/experiments/board.ts'
import { CardsPart } from '../features/experiments/cards-part.tsx'
import { experimentsStrings } from '../features/experiments/strings.ts'
import { useTitle } from '../shell/navigation.ts'

type ExperimentsPageProps = { readonly facts: Facts; readonly title: string }

/** All trials of a workspace: the board, the agenda of rules for institutions, and what was learned. */
export const ExperimentsPage = ({ facts, title }: ExperimentsPageProps) => {
  const strings = useStrings(experimentsStrings)
  const { me } = useWorkplace()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const own = facts.artefacts.filter(({ kind }) => kind === 'experiment-plan')
  const trials = trialsOf(own, facts.directory, today)
  useTitle(strings.title, title)
  const actionsOf = (id: string) => {
    const artefact = own.find((one) => one.id === id)
    return artefact ? <ArtefactActions artefact={artefact} title={artefact.title} all={facts.artefacts} /> : null
  }
  return (
    <main className="parcels min-h-full content-start">
      <header className="parcel flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.title}</h1>
        {can(me.role, 'create-artefact') ? <AddArtefact kind="experiment-plan" /> : null}
      </header>
      <BoardPart trials={trials} {...(can(me.role, 'manage-artefacts') ? { actionsOf } : {})} />
      <AgendaPart />
      <CardsPart title={title} />
    </main>
  )
}
