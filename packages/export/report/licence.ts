/** What others may do with a report: share it naming the source, share it alike, or nothing. */
export const licences = ['by', 'by-sa', 'none'] as const
export type Licence = (typeof licences)[number]

export const isLicence = (word: string): word is Licence => licences.some((licence) => licence === word)
