import type { WorkspaceSnapshot } from './snapshot.ts'

/** Which groups speak for a stakeholder, by its id. */
export const speakersOf = (people: WorkspaceSnapshot['people']): ReadonlyMap<string, ReadonlySet<string>> => {
  const speakers = new Map<string, Set<string>>()
  for (const { stakeholderId, perspective } of people) {
    if (stakeholderId !== null) speakers.set(stakeholderId, (speakers.get(stakeholderId) ?? new Set()).add(perspective))
  }
  return speakers
}
