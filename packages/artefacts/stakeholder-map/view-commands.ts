import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Limitation, StakeholderMapDraft, ViewInit } from './shape.ts'

/** Keeps how the map is looked at now, under a name. */
export const saveView = (
  map: StakeholderMapDraft,
  view: ViewInit & { readonly title: string },
): Result<string, 'no-name'> => {
  const title = view.title.trim()
  return title === '' ? refuse('no-name') : ok(map.views.add({ ...view, title }))
}

/** Names a view anew, or says what to tell with it. */
export const describeView = (
  map: StakeholderMapDraft,
  id: string,
  words: { readonly title?: string; readonly note?: string },
): Result<void, 'unknown-view' | 'no-name'> => {
  const row = map.views.get(id)
  if (!row) return refuse('unknown-view')
  if (words.title?.trim() === '') return refuse('no-name')
  if (words.title !== undefined) row.title.set(words.title)
  if (words.note !== undefined) row.note.set(words.note)
  return ok(undefined)
}

export const removeView = (map: StakeholderMapDraft, id: string): Result<void, 'unknown-view'> =>
  map.views.has(id) ? ok(map.views.remove(id)) : refuse('unknown-view')

/** States what the map cannot say, because somebody was not asked. */
export const stateLimitation = (
  map: StakeholderMapDraft,
  { stakeholderId, prompt, text }: Pick<Limitation, 'stakeholderId' | 'prompt' | 'text'>,
): Result<string, 'no-words'> =>
  text.trim() === '' ? refuse('no-words') : ok(map.limitations.add({ stakeholderId, prompt, text: text.trim() }))

export const removeLimitation = (map: StakeholderMapDraft, id: string): Result<void, 'unknown-limitation'> =>
  map.limitations.has(id) ? ok(map.limitations.remove(id)) : refuse('unknown-limitation')
