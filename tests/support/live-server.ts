import { WebSocket as NodeSocket } from 'ws'
import { models } from '#artefacts/models.ts'
import { connect, type Connection, type Memory } from '#client/connect.ts'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import type { Shape } from '#crdt/shape.ts'
import { formatRoom } from '#protocol/room-name.ts'
import * as Y from 'yjs'
import { openDoor } from '../../apps/server/door.ts'
import { createRooms } from '../../apps/server/rooms.ts'
import { browserOf, programOf, type Caller } from './caller.ts'
import { startServer, type TestServer } from './test-server.ts'

/** A server with its real rooms and door. */
export const startLiveServer = (env: Readonly<Record<string, string>> = {}): Promise<TestServer> =>
  startServer({ createRooms, openDoor, env })

// Browsers have a socket of their own; Node 20 has none.
Object.assign(globalThis, { WebSocket: NodeSocket })

/** Somebody in a workspace, as a program that knows its token. */
export type Person = {
  readonly id: string
  readonly token: string
  readonly caller: Caller
  readonly workspace: string
  /** Opens a document with our own client. */
  readonly open: <S extends Shape>(documentId: string, shape: S, memory?: Memory) => OpenDocument<S>
}

export type OpenDocument<S extends Shape> = {
  readonly document: SharedDocument<S>
  readonly connection: Connection
  readonly close: () => void
}

/** A server somewhere, of this process or of another. */
type Reached = { readonly url: string }

/** A workspace with one empty problem statement, map and plan, its facilitator, and a way for others to join. */
export const makeWorkspace = async (server: Reached) => {
  const { body } = await browserOf(server).call('createWorkspace', { body: { title: 'Samen', language: 'nl' } })
  const workspace = body.workspace.id
  const ada = personOf(server, workspace, body.participant.id, body.facilitatorToken)
  const view = await ada.caller.call('workspace', { params: { workspace } })
  const artefact = (kind: keyof typeof models) => view.body.artefacts.find((each) => each.kind === kind)?.id ?? ''
  const join = async (name: string, perspective = 'resident'): Promise<Person> => {
    const joined = await browserOf(server).call('join', { body: { code: body.joinCode, name, perspective } })
    return personOf(server, workspace, joined.body.participant.id, joined.body.token)
  }
  return { workspace, ada, join, artefact }
}

const personOf = (server: Reached, workspace: string, id: string, token: string): Person => {
  const caller = programOf(server, token)
  return {
    id,
    token,
    caller,
    workspace,
    open: (documentId, shape, memory) => {
      const room = formatRoom(workspace, documentId)
      const ydoc = new Y.Doc()
      const connection = connect({
        url: `${server.url.replace('http', 'ws')}/sync`,
        room,
        ydoc,
        ...(memory ? { memory } : {}),
        getTicket: async () => {
          const { body, code } = await caller.call('ticket', { params: { room } })
          if (code === undefined) return { ticket: body.ticket }
          return {
            refusal:
              code === 'removed' || code === 'forbidden' ? 'forbidden' : code === 'not-found' ? 'gone' : 'weather',
          }
        },
      })
      const document = openDocument(ydoc, shape)
      const close = () => {
        document.close()
        connection.close()
        ydoc.destroy()
      }
      return { document, connection, close }
    },
  }
}

/** Waits until something holds, hearing of changes rather than looking at a clock. */
export const until = (
  source: { subscribe: (listener: () => void) => () => void },
  holds: () => boolean,
): Promise<void> =>
  new Promise((resolve) => {
    if (holds()) return resolve()
    const stop = source.subscribe(() => {
      if (!holds()) return
      stop()
      resolve()
    })
  })
