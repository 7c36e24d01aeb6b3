type Made = { readonly participantId: string | null; readonly at: number; readonly label: string }

/** What others made after a moment, newest first; what has no words yet says nothing. */
export const newsSince = <One extends Made>(made: readonly One[], since: number, me: string): readonly One[] =>
  made
    .filter(({ at, participantId, label }) => at > since && participantId !== me && label.trim() !== '')
    .toSorted((a, b) => b.at - a.at)
