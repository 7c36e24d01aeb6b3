// Vite makes this address of the worker's own build; the linter cannot follow it.
// oxlint-disable-next-line import/default
import workerAddress from './map.worker.ts?worker&url'
import type { Question, Reply } from './map.worker.ts'

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string }
}

/** Starts a worker of our own under the one policy that the page's rules allow; any other address is refused. */
export const startWorker = (address: string): Worker => {
  const trusted: unknown = Reflect.get(globalThis, 'trustedTypes')
  if (!isTrustedTypes(trusted)) return new Worker(address, { type: 'module' })
  policy ??= trusted.createPolicy('polder', {
    createScriptURL: (wanted) => {
      if (new URL(wanted, location.href).origin !== location.origin) throw new Error('not one of our workers')
      return wanted
    },
  })
  return new Worker(policy.createScriptURL(address), { type: 'module' })
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

const isTrustedTypes = (found: unknown): found is TrustedTypes =>
  typeof found === 'object' && found !== null && 'createPolicy' in found && typeof found.createPolicy === 'function'

type Asked<Kind> = Kind extends Question ? Omit<Kind, 'turn'> : never

let helper: { readonly worker: Worker; readonly waiting: Map<number, (reply: Reply) => void> } | undefined
let turn = 0

/** Asks the worker of the map; it is started at the first question and lives as long as the page. */
export const askWorker = (question: Asked<Question>): Promise<Reply> => {
  helper ??= begin()
  const { worker, waiting } = helper
  turn += 1
  const mine = turn
  return new Promise((resolve) => {
    waiting.set(mine, resolve)
    worker.postMessage({ ...question, turn: mine })
  })
}

const begin = () => {
  const worker = startWorker(workerAddress)
  const waiting = new Map<number, (reply: Reply) => void>()
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.turn)?.(data)
    waiting.delete(data.turn)
  })
  return { worker, waiting }
}
