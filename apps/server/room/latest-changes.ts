import type { ChangeTopic } from '#protocol/events.ts'
import type { Clock } from '../clock.ts'

/** So long somebody may take from reading the facts of a workspace to hearing its news. */
const windowMs = 10_000

/**
 * What changed just now in each workspace. Whoever opens a page reads its facts first and hears of changes from then on
 * only once the socket stands: what changed in between is told again, without its details.
 */
export const createLatestChanges = ({ now }: Pick<Clock, 'now'>) => {
  const changes = new Map<string, Map<ChangeTopic, number>>()
  const isLate = (at: number): boolean => now() - at > windowMs
  // Few workspaces change within one window.
  const forgetOld = (): void => {
    for (const [workspace, topics] of changes) if ([...topics.values()].every(isLate)) changes.delete(workspace)
  }
  return {
    note: (workspace: string, topic: ChangeTopic): void => {
      forgetOld()
      changes.set(workspace, (changes.get(workspace) ?? new Map<ChangeTopic, number>()).set(topic, now()))
    },
    of: (workspace: string): readonly ChangeTopic[] =>
      [...(changes.get(workspace) ?? [])].flatMap(([topic, at]) => (isLate(at) ? [] : [topic])),
  }
}
