import { CircleHelp, FlaskConical, Map as MapIcon, type LucideIcon } from 'lucide-react'
import * as plan from '#artefacts/experiment-plan/words.ts'
import type { ArtefactKind } from '#artefacts/models.ts'
import * as problem from '#artefacts/problem-statement/words.ts'
import * as map from '#artefacts/stakeholder-map/words.ts'
import type { Words } from '#i18n/strings.ts'

type KindFace = { readonly name: Words; readonly purpose: Words; readonly icon: LucideIcon }

/**
 * What lists and choices show of each kind, in the order in which people meet them. The models say more than a page
 * needs before it opens one: how to report, read and write them.
 */
export const kinds: Readonly<Record<ArtefactKind, KindFace>> = {
  'problem-statement': { name: problem.name, purpose: problem.purpose, icon: CircleHelp },
  'stakeholder-map': { name: map.name, purpose: map.purpose, icon: MapIcon },
  'experiment-plan': { name: plan.name, purpose: plan.purpose, icon: FlaskConical },
}

export const kindNames = Object.keys(kinds) as readonly ArtefactKind[] // the keys of the table, which TypeScript widens

export const isKind = (name: string): name is ArtefactKind => Object.hasOwn(kinds, name)
