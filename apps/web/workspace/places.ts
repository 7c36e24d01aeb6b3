import { House, PackageOpen, Presentation, Vote, type LucideIcon } from 'lucide-react'
import type { Locale } from '#i18n/strings.ts'
import type { Artefact } from '../api/use-facts.ts'
import { kindNames, kinds } from '../api/kinds.ts'
import { frameStrings } from './strings.ts'

/** A place in the rail. */
export type Place = {
  readonly href: string
  readonly label: string
  readonly icon: LucideIcon
  readonly current: boolean
}

type PlacesWish = {
  readonly workspaceId: string
  readonly artefacts: readonly Artefact[]
  readonly path: string
  readonly locale: Locale
}

/** The places of a workspace in the order of the rail: a kind with one artefact leads to it, with more to their list. */
export const placesOf = ({ workspaceId, artefacts, path, locale }: PlacesWish): readonly Place[] => {
  const root = `/w/${workspaceId}`
  const strings = frameStrings[locale]
  const ofKinds = kindNames.flatMap((kind): Place[] => {
    const own = artefacts.filter((artefact) => artefact.kind === kind)
    const [only] = own
    if (!only) return []
    const list = `${root}/all/${kind}`
    const addresses = [list, ...own.map(({ id }) => `${root}/a/${id}`)]
    return [
      {
        href: own.length === 1 ? `${root}/a/${only.id}` : list,
        label: kinds[kind].name[locale],
        icon: kinds[kind].icon,
        current: addresses.includes(path),
      },
    ]
  })
  return [
    { href: root, label: strings.overview, icon: House, current: path === root },
    ...ofKinds,
    { href: `${root}/sessions`, label: strings.sessions, icon: Presentation, current: path === `${root}/sessions` },
    { href: `${root}/choose`, label: strings.choose, icon: Vote, current: path === `${root}/choose` },
    { href: `${root}/outcomes`, label: strings.outcomes, icon: PackageOpen, current: path === `${root}/outcomes` },
  ]
}
