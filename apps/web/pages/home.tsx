import type { ReactNode } from 'react'
import { can } from '#domain/permissions.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import type { Facts } from '../api/use-facts.ts'
import { AddArtefact, ArtefactActions } from '../features/arranging/later.tsx'
import { ArtefactParcels } from '../features/home/artefact-parcels.tsx'
import { Since } from '../features/home/since.tsx'
import { homeStrings } from '../features/home/strings.ts'
import { TableStrips } from '../features/home/table-strips.tsx'
import { isHitHard, isMissing, voicesOf } from '../features/home/tell.ts'
import { useTitle } from '../shell/navigation.ts'
import { insideStrings } from './inside-strings.ts'

type HomePageProps = {
  readonly facts: Facts
  readonly title: string
  /** The question of the group: the first thing that is there. */
  readonly question: ReactNode
  readonly present: ReadonlySet<string>
  readonly presentIn: (artefact: string) => readonly string[]
}

/** The overview: the question, what the group makes, what happened lately, and who is at the table. */
export const HomePage = ({ facts, title, question, present, presentIn }: HomePageProps) => {
  const strings = useStrings(homeStrings)
  const inside = useStrings(insideStrings)
  const { me, perspectives, people, linkTo } = useWorkplace()
  const { artefacts, contributions, directory } = facts
  const mayManage = can(me.role, 'manage-artefacts')
  const mayAdd = can(me.role, 'create-artefact')
  const voices = voicesOf(people, perspectives)
  useTitle(strings.overview, title)
  const actionsOf = (id: string) => {
    const artefact = artefacts.find((one) => one.id === id)
    return artefact ? <ArtefactActions artefact={artefact} title={artefact.title} all={artefacts} /> : null
  }
  return (
    <main className="parcels min-h-full grid-rows-[1fr_auto] content-stretch">
      <div className="parcels xl:grid-cols-[minmax(0,1fr)_22.75rem]">
        <div className="parcels grid-rows-[auto_1fr_auto]">
          {question}
          <section aria-label={strings.whatWeMake} className="parcels content-stretch">
            <h2 className="sr-only">{strings.whatWeMake}</h2>
            {artefacts.length === 0 ? (
              <p className="parcel px-4 py-8 text-ink-2 sm:px-7">
                {mayAdd ? inside.nothingYet : inside.nothingYetReader}
              </p>
            ) : (
              <ArtefactParcels
                heading="h3"
                artefacts={artefacts}
                people={people}
                perspectives={perspectives}
                entries={directory}
                presentIn={presentIn}
                hrefOf={linkTo}
                {...(mayManage ? { actionsOf } : {})}
              />
            )}
          </section>
          {mayAdd ? (
            <div className="parcel px-4 py-3 sm:px-7">
              <AddArtefact />
            </div>
          ) : null}
        </div>
        <Since contributions={contributions} people={people} perspectives={perspectives} hrefOf={linkTo} />
      </div>
      <TableStrips
        perspectives={perspectives}
        people={people}
        isPresent={(id) => id === me.id || present.has(id)}
        missing={directory.filter(
          (entry) => entry.kind === 'stakeholder' && isMissing(entry, voices) && isHitHard(entry),
        )}
        hrefOf={(entry: DirectoryEntry) => linkTo(entry.document, entry.id)}
      />
    </main>
  )
}
