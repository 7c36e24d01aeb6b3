import type { DraftOf } from '#crdt/draft.ts'
import { date, line, maybeOneOf, number, oneOf, ref, table, text, texts, value, type ContentOf } from '#crdt/shape.ts'

/** How far people's influence goes, from informing to running it themselves. */
export const participationLevels = [
  'none',
  'inform',
  'consult',
  'advise',
  'coproduce',
  'codecide',
  'selfManage',
] as const

export const workForms = ['alone', 'duo', 'group', 'plenary'] as const
export const anonymities = ['none', 'names', 'secret'] as const

/** What the group agreed about itself, and its agenda; facilitators write it, everybody reads it. */
export const workspaceShape = {
  title: line(120),
  question: text(),
  place: line(120),
  startDate: date(),
  influencePromise: text(),
  participationLevel: maybeOneOf(participationLevels),
  groundRules: table('GroundRule', 'gr', { text: text() }),
  sessions: table('Session', 'se', {
    title: line(120),
    templateId: line(60),
    date: date(),
    startTime: line(5),
    endTime: line(5),
    place: line(120),
    mode: oneOf(['onSite', 'online', 'hybrid', 'async'], 'onSite'),
    goal: text(),
    participationLevel: maybeOneOf(participationLevels),
    influencePromise: text(),
    groundRules: texts(),
  }),
  stages: table('Stage', 'sg', { sessionId: ref('Session'), title: line(120) }),
  activities: table('Activity', 'ac', {
    stageId: ref('Stage'),
    title: line(120),
    minutes: number(),
    workForm: maybeOneOf(workForms),
    method: line(60),
    artefacts: value<
      readonly { readonly type: string; readonly ids: readonly string[]; readonly fields: readonly string[] }[]
    >([], (raw) => (Array.isArray(raw) ? raw.flatMap(focusOf) : undefined)),
    prompt: text(),
    expectedOutput: text(),
    anonymity: maybeOneOf(anonymities),
    ballotId: ref('Ballot'),
    window: value<{ readonly from: string; readonly to: string } | null>(null, windowOf),
  }),
} as const

export type Workspace = ContentOf<typeof workspaceShape>
export type WorkspaceDraft = DraftOf<typeof workspaceShape>

function focusOf(raw: unknown): { type: string; ids: readonly string[]; fields: readonly string[] }[] {
  if (typeof raw !== 'object' || raw === null || !('type' in raw) || typeof raw.type !== 'string') return []
  const list = (name: 'ids' | 'fields'): string[] => {
    const found: unknown = Reflect.get(raw, name)
    return Array.isArray(found) ? found.filter((entry) => typeof entry === 'string') : []
  }
  return [{ type: raw.type, ids: list('ids'), fields: list('fields') }]
}

function windowOf(raw: unknown): { from: string; to: string } | null | undefined {
  if (raw === null) return null
  if (typeof raw !== 'object' || !raw || !('from' in raw) || !('to' in raw)) return undefined
  return typeof raw.from === 'string' && typeof raw.to === 'string' ? { from: raw.from, to: raw.to } : undefined
}
