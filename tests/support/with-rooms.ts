import { createRooms } from '../../apps/server/rooms.ts'
import type { Rooms } from '../../apps/server/rooms-contract.ts'
import { startServer, type TestServer } from './test-server.ts'

/** A server whose rooms the test reads as the server itself does; commands come as fast as a test sends them. */
export const startWithRooms = async (): Promise<{ readonly server: TestServer; readonly rooms: Rooms }> => {
  const held: { rooms?: Rooms } = {}
  const server = await startServer({
    createRooms: (parts) => (held.rooms = createRooms(parts)),
    env: { LIMIT_COMMANDS_PER_SECOND: '1000' },
  })
  if (!held.rooms) throw new Error('a server makes its rooms')
  return { server, rooms: held.rooms }
}
