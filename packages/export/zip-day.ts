/** The time of the parts in a zip: it knows none before 1980 and no time zone, and noon is the same day everywhere. */
export const zipDay = (at: number): number => new Date(Math.max(at, Date.UTC(1980, 0, 2))).setUTCHours(12, 0, 0, 0)
