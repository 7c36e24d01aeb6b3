import type { Block } from '#domain/outline.ts'
import type { Locale } from '#i18n/strings.ts'
import type { Models } from './any-model.ts'
import { partCounts } from './part-counts.ts'
import { snapshotOf } from './projection.ts'
import { reportOutline } from './report.ts'
import type { WorkspaceSource } from './snapshot.ts'

/** The letter to those who took part, for the page that a secret link opens. */
export type Letter = {
  readonly title: string
  readonly question: string
  readonly date: string
  readonly notice: string
  readonly blocks: readonly Block[]
}
export type LetterWish = { readonly locale: Locale; readonly at: number }
export type CountsWish = { readonly session?: string }
type Counts = ReturnType<typeof partCounts>

/** What is told on a page instead of in a file, through the same projection: it takes as long, so it is made elsewhere too. */
export type Tellers = {
  readonly letter: (workspace: WorkspaceSource, wish: LetterWish) => Promise<Letter>
  readonly counts: (workspace: WorkspaceSource, wish: CountsWish) => Promise<Counts>
}

export const tellersOf = (models: Models): Tellers => ({
  letter: async (workspace, { locale, at }) => {
    const wish = { locale, names: false, draft: false, kind: 'letter', at } as const
    const snapshot = snapshotOf(workspace, { audience: 'shared', names: false })
    const { title, subtitle, date, notice = '', blocks } = reportOutline(snapshot, wish, models)
    return { title, question: subtitle, date, notice, blocks }
  },
  counts: async (workspace, wish) => partCounts(snapshotOf(workspace, { audience: 'shared', names: false, ...wish })),
})
