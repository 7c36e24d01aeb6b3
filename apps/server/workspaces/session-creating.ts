import { addScript, emptyScript, scriptOf, scriptSchema, type Script } from '#domain/scripts.ts'
import { templateById } from '#domain/templates/templates.ts'
import { workspaceShape } from '#domain/workspace.ts'
import { newId } from '#kernel/id.ts'
import { orderBetween } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { db } from '../storage/tables.ts'
import { documentRow, fillDocument, type CreatingDeps } from './creating.ts'
import type { WorkspaceState } from './state.ts'

type NewSession = {
  readonly id: string
  readonly steps: readonly { readonly id: string; readonly title: string }[]
}
type Wish = {
  readonly template?: string | undefined
  readonly script?: object | undefined
  readonly title?: string | undefined
  readonly language?: 'nl' | 'en' | undefined
  readonly date?: string | undefined
  readonly startTime?: string | undefined
}

/** Plans a session: its agenda in the workspace document, a document of its own, and its row. */
export const createSession = async (
  deps: CreatingDeps,
  state: Pick<WorkspaceState, 'id' | 'language'>,
  wish: Wish,
): Promise<Result<NewSession, 'unknown-template' | 'malformed-script'>> => {
  const script = scriptFor(wish, wish.language ?? state.language)
  if (!script.ok) return script
  const id = newId<'Session'>('se')
  const title = wish.title || script.value.title
  const { tables } = deps.storage
  const last = db.selectFrom('document').select('ord').where('workspace', '=', state.id).orderBy('ord', 'desc')
  const order = orderBetween((await tables.read(last.limit(1).compile()))[0]?.ord ?? null, null)
  const record = JSON.stringify({ status: 'planned', presentIds: [], groups: [], exitQuestions: [] })
  await tables.write([
    documentRow(state.id, { id, kind: 'session', title, order }, deps.clock.now()),
    db
      .insertInto('record')
      .values({ workspace: state.id, collection: 'sessions', id, ord: order, body: record })
      .compile(),
  ])
  const when = { date: wish.date ?? null, startTime: wish.startTime ?? '' }
  let steps: NewSession['steps'] = []
  await fillDocument(deps, state.id, 'workspace', workspaceShape, (draft) => {
    steps = addScript(draft, { ...script.value, title }, { id, ...when })
  })
  return ok({ id, steps })
}

const scriptFor = (
  { template, script, date }: Wish,
  language: 'nl' | 'en',
): Result<Script, 'unknown-template' | 'malformed-script'> => {
  if (script !== undefined) {
    const read = scriptSchema.safeParse(script)
    return read.success ? ok(read.data) : refuse('malformed-script')
  }
  if (template === undefined) return ok(emptyScript(untitled[language]))
  const found = templateById(template)
  return found ? ok(scriptOf(found, language, date ?? null)) : refuse('unknown-template')
}

const untitled = { nl: 'Nieuwe sessie', en: 'New session' } as const
