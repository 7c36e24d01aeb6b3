import { useEffect, useMemo, useState } from 'react'
import type { Connection } from '#client/connect.ts'
import { openRoom, type OpenRoom } from '#client/open-room.ts'
import type { Author } from '#crdt/draft.ts'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import type { Shape } from '#crdt/shape.ts'
import { createUndo } from '#crdt/undo.ts'
import { formatRoom } from '#protocol/room-name.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { pacedDocument } from '#react/paced-document.ts'
import type { Desk } from '#react/workplace.tsx'
import { getTicket } from '../api/ticket.ts'
import { useStatus } from '../features/saving/use-status.ts'

/** One document of a workspace, open on this page. */
export type Room<S extends Shape> = {
  readonly documentId: string
  readonly document: SharedDocument<S>
  readonly connection: Connection
  readonly desk: Desk<S>
  /** After a refusal: throws this replica away and starts again from the server's text. */
  readonly restart: () => void
}

type Opened<S extends Shape> = {
  readonly open: OpenRoom
  readonly document: SharedDocument<S>
  readonly undo: ReturnType<typeof createUndo>
}

type RoomWish<S extends Shape> = {
  readonly workspaceId: string
  readonly documentId: string
  readonly shape: S
  readonly author: Author
  readonly onEvent?: (event: RoomEvent) => void
}

/** Opens a document for as long as the component stands; `null` for the first moment. */
export const useRoom = <S extends Shape>({
  workspaceId,
  documentId,
  shape,
  author,
  onEvent,
}: RoomWish<S>): Room<S> | null => {
  const [opened, setOpened] = useState<Opened<S> | null>(null)
  const [generation, setGeneration] = useState(0)
  useEffect(() => {
    const open = openRoom({ ...wayTo(workspaceId, documentId), ...(onEvent ? { onEvent } : {}) })
    const document = pacedDocument(openDocument(open.ydoc, shape))
    const undo = createUndo(document, author)
    // What an effect opened is state: there is nothing to show before it.
    // oxlint-disable-next-line react/set-state-in-effect
    setOpened({ open, document, undo })
    return () => {
      undo.close()
      document.close()
      open.release()
      setOpened(null)
    }
    // `generation` is read by nothing here: a new one means that the room must be opened anew.
  }, [workspaceId, documentId, shape, author, onEvent, generation])

  const canWrite = useStatus(opened?.open.connection, (status) => status.canWrite) ?? false
  const desk = useMemo(
    (): Desk<S> | null =>
      opened && {
        documentId,
        document: opened.document,
        presence: opened.open.connection.presence,
        undo: opened.undo,
        canWrite,
      },
    [opened, documentId, canWrite],
  )
  // The document was rebuilt elsewhere: a copy without words of one's own is replaced without a word.
  const isOld = useStatus(opened?.open.connection, (status) => status.reason === 'epoch-changed') ?? false
  useEffect(() => {
    if (!isOld || !opened || opened.open.connection.unsavedWords() !== '') return
    void opened.open.forget().then(() => setGeneration((last) => last + 1))
  }, [isOld, opened])

  // The same object until something changed: effects depend on it.
  return useMemo((): Room<S> | null => {
    if (!opened || !desk) return null
    const { document, open } = opened
    const restart = () => void open.forget().then(() => setGeneration((last) => last + 1))
    return { documentId, document, connection: open.connection, desk, restart }
  }, [opened, documentId, desk])
}

/** Sends for the documents of the page at this address before it is known what is in them; what is open is shared. */
export const useEarlyRooms = (workspaceId: string, wanted: boolean): void => {
  useEffect(() => {
    if (!wanted) return undefined
    const [, artefact] = /\/a\/([^/]+)$/.exec(location.pathname) ?? []
    const open = ['evidence', artefact].flatMap((id) => (id ? openRoom(wayTo(workspaceId, id)) : []))
    return () => open.forEach(({ release }) => release())
  }, [workspaceId, wanted])
}

const wayTo = (workspaceId: string, documentId: string) => {
  const room = formatRoom(workspaceId, documentId)
  return { url: socketAddress(), room, getTicket: () => getTicket(room) }
}

const socketAddress = (): string => `${location.origin.replace(/^http/, 'ws')}/sync`
