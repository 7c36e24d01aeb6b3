import type { Part } from './report/form.ts'
import type { WorkspaceSnapshot } from './snapshot.ts'

/** How many things stand in a part of a report, of how many there are: what may not be told is counted, and stays out. */
export type PartCount = { readonly told: number; readonly all: number }

/** How much there is to tell in each part of a report; parts that are no list of things have no count. */
export const partCounts = (snapshot: WorkspaceSnapshot): { readonly [Name in Part]?: PartCount } => {
  const { evidence, withheld, directory, artefacts, ballots, records, workspace, joined } = snapshot
  const ofKind = (kind: string) => artefacts.filter((artefact) => artefact.kind === kind).length
  const inLists = (...lists: string[]) => records.filter(({ collection }) => lists.includes(collection)).length
  const told = evidence.evidence.length
  return {
    about: all(workspace.sessions.length),
    present: all(joined.reduce((sum, { count }) => sum + count, 0)),
    'problem-statement': all(ofKind('problem-statement')),
    evidence: { told, all: told + withheld },
    'stakeholder-map': all(directory.filter(({ kind }) => kind === 'stakeholder').length),
    'experiment-plan': all(ofKind('experiment-plan')),
    voting: all(ballots.filter(({ tally }) => tally !== null).length),
    agreements: all(inLists('decisions', 'actions')),
    open: all(inLists('openPoints')),
  }
}

const all = (count: number): PartCount => ({ told: count, all: count })
