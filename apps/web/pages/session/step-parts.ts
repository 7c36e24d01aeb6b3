import { lazy } from 'react'
import { BreakPart } from '../../features/sessions/break-part.tsx'
import { ArtefactStep, withInfluence } from './with-influence.tsx'
import type { StepParts } from '../../features/sessions/step-part.ts'

const BallotPart = lazy(async () => ({ default: (await import('../../features/choosing/ballot-part.tsx')).BallotPart }))
const WritePart = lazy(async () => ({ default: (await import('../../features/writing/write-part.tsx')).WritePart }))
const TablePart = lazy(async () => ({ default: (await import('./table-part.tsx')).TablePart }))
const loadDeciding = () => import('../../features/deciding/decide-part.tsx')
const DecidePart = lazy(async () => ({ default: (await loadDeciding()).DecidePart }))
const ExitPart = lazy(async () => ({ default: (await loadDeciding()).ExitPart }))
const WelcomePart = lazy(async () => ({ default: (await loadDeciding()).WelcomePart }))

/** What mounts in each kind of step. A feature adds its part here, preferably as `lazy`. */
export const stepParts: StepParts = {
  artefact: withInfluence(ArtefactStep),
  ballot: withInfluence(BallotPart),
  break: BreakPart,
  decide: withInfluence(DecidePart),
  exit: withInfluence(ExitPart),
  tables: TablePart,
  welcome: WelcomePart,
  write: withInfluence(WritePart),
}
