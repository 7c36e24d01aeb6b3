import type { ArtefactKind } from '#artefacts/models.ts'
import { can } from '#domain/permissions.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import type { Facts } from '../api/use-facts.ts'
import { AddArtefact, ArtefactActions } from '../features/arranging/later.tsx'
import { ArtefactParcels } from '../features/home/artefact-parcels.tsx'
import { useTitle } from '../shell/navigation.ts'
import { kinds } from '../api/kinds.ts'
import { insideStrings } from './inside-strings.ts'

type KindPageProps = {
  readonly kind: ArtefactKind
  readonly facts: Facts
  readonly title: string
  readonly presentIn: (artefact: string) => readonly string[]
}

/** All artefacts of one kind, where there is more than one. */
export const KindPage = ({ kind, facts, title, presentIn }: KindPageProps) => {
  const locale = useLocale()
  const inside = useStrings(insideStrings)
  const { me, people, perspectives, linkTo } = useWorkplace()
  const own = facts.artefacts.filter((artefact) => artefact.kind === kind)
  const name = kinds[kind].name[locale]
  const mayManage = can(me.role, 'manage-artefacts')
  useTitle(name, title)
  const actionsOf = (id: string) => {
    const artefact = own.find((one) => one.id === id)
    return artefact ? <ArtefactActions artefact={artefact} title={artefact.title} all={facts.artefacts} /> : null
  }
  return (
    <main className="parcels min-h-full grid-rows-[auto_auto_1fr]">
      <header className="parcel flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-7">
        <div>
          <h1 className="text-2xl font-[420]">{name}</h1>
          <p className="text-ink-2">{kinds[kind].purpose[locale]}</p>
        </div>
        {can(me.role, 'create-artefact') ? <AddArtefact kind={kind} /> : null}
      </header>
      {own.length === 0 ? (
        <p className="parcel px-4 py-8 text-ink-2 sm:px-7">{inside.nothingYet}</p>
      ) : (
        <ArtefactParcels
          heading="h2"
          artefacts={own}
          people={people}
          perspectives={perspectives}
          entries={facts.directory}
          presentIn={presentIn}
          hrefOf={linkTo}
          {...(mayManage ? { actionsOf } : {})}
        />
      )}
      <div className="bg-land" />
    </main>
  )
}
