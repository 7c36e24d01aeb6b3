import type { ProblemStatement } from './shape.ts'

/** The lists of a problem, by the parcel of the page in which they stand. */
const parcels = {
  worlds: ['lines', 'gaps'],
  rules: ['rules'],
  why: ['causes', 'effects'],
  assumptions: ['assumptions'],
  carriers: ['carriers'],
  converge: ['formulations'],
  parts: ['links'],
} as const satisfies { readonly [parcel: string]: readonly (keyof ProblemStatement)[] }

type Parcel = keyof typeof parcels | 'quotes'
export type Whereabouts = { readonly problemId: string; readonly parcel: Parcel }

/** Of which problem something is and in which parcel it stands; `null` for a problem itself and for what is not here. */
export const whereaboutsOf = (content: ProblemStatement, id: string): Whereabouts | null => {
  for (const [parcel, lists] of parcelEntries) {
    const row = lists.flatMap((list): readonly Owned[] => content[list]).find((each) => each.id === id)
    if (row) return row.problemId === null ? null : { problemId: row.problemId, parcel }
  }
  const leaning = content.problems.find(({ evidenceIds }) => evidenceIds.some((evidence) => evidence === id))
  return leaning ? { problemId: leaning.id, parcel: 'quotes' } : null
}

type Owned = { readonly id: string; readonly problemId: string | null }

// The keys of a table of ours are its keys.
const parcelEntries = Object.entries(parcels) as readonly [keyof typeof parcels, readonly OwnedList[]][]
type OwnedList = (typeof parcels)[keyof typeof parcels][number]
