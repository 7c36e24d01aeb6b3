const kib = 1024
const mib = 1024 * kib

/** Every limit of the server: its default, its unit, and the environment variable that overrides it. */
export const limitTable = {
  frameBytes: { value: 8 * mib, unit: 'bytes', env: 'LIMIT_FRAME_BYTES' },
  updateBytes: { value: 256 * kib, unit: 'bytes', env: 'LIMIT_UPDATE_BYTES' },
  step2Bytes: { value: 4 * mib, unit: 'bytes', env: 'LIMIT_STEP2_BYTES' },
  documentBytes: { value: 10_000_000, unit: 'bytes', env: 'LIMIT_DOCUMENT_BYTES' },
  framesPerSecond: { value: 60, unit: 'frames/s', env: 'LIMIT_FRAMES_PER_SECOND' },
  framesBurst: { value: 300, unit: 'frames', env: 'LIMIT_FRAMES_BURST' },
  bytesPerSecond: { value: 256 * kib, unit: 'bytes/s', env: 'LIMIT_BYTES_PER_SECOND' },
  bytesBurst: { value: 4 * mib, unit: 'bytes', env: 'LIMIT_BYTES_BURST' },
  step1PerMinute: { value: 6, unit: 'requests/min', env: 'LIMIT_STEP1_PER_MINUTE' },
  presenceBytes: { value: 1 * kib, unit: 'bytes', env: 'LIMIT_PRESENCE_BYTES' },
  presencePerSecond: { value: 20, unit: 'changes/s', env: 'LIMIT_PRESENCE_PER_SECOND' },
  presenceIds: { value: 2, unit: 'ids per connection', env: 'LIMIT_PRESENCE_IDS' },
  presenceTickMs: { value: 50, unit: 'ms', env: 'PRESENCE_TICK_MS' },
  presenceSkipBytes: { value: 256 * kib, unit: 'bytes', env: 'LIMIT_PRESENCE_SKIP_BYTES' },
  socketsPerParticipant: { value: 16, unit: 'sockets', env: 'LIMIT_SOCKETS_PER_PARTICIPANT' },
  socketsPerAddress: { value: 6000, unit: 'sockets', env: 'LIMIT_SOCKETS_PER_ADDRESS' },
  lagBytes: { value: 1 * mib, unit: 'bytes', env: 'LIMIT_LAG_BYTES' },
  caughtUpBytes: { value: 64 * kib, unit: 'bytes', env: 'LIMIT_CAUGHT_UP_BYTES' },
  cutBytes: { value: 4 * mib, unit: 'bytes', env: 'LIMIT_CUT_BYTES' },
  lagSeconds: { value: 30, unit: 's', env: 'LIMIT_LAG_SECONDS' },
  keepaliveSeconds: { value: 20, unit: 's', env: 'KEEPALIVE_SECONDS' },
  pingSeconds: { value: 25, unit: 's', env: 'PING_SECONDS' },
  handshakeSeconds: { value: 3, unit: 's', env: 'LIMIT_HANDSHAKE_SECONDS' },
  loadSeconds: { value: 10, unit: 's', env: 'LIMIT_LOAD_SECONDS' },
  waitingFrames: { value: 64, unit: 'frames', env: 'LIMIT_WAITING_FRAMES' },
  waitingBytes: { value: 256 * kib, unit: 'bytes', env: 'LIMIT_WAITING_BYTES' },
  idleSeconds: { value: 30, unit: 's', env: 'ROOM_IDLE_SECONDS' },
  drainSeconds: { value: 10, unit: 's', env: 'DRAIN_SECONDS' },
  clientIdsPerConnection: { value: 16, unit: 'client ids', env: 'LIMIT_CLIENT_IDS_PER_CONNECTION' },
  clientIdsPerRoom: { value: 20_000, unit: 'client ids', env: 'LIMIT_CLIENT_IDS_PER_ROOM' },
  typeDepth: { value: 32, unit: 'levels', env: 'LIMIT_TYPE_DEPTH' },
  valueDepth: { value: 16, unit: 'levels', env: 'LIMIT_VALUE_DEPTH' },
  valueBytes: { value: 64 * kib, unit: 'bytes', env: 'LIMIT_VALUE_BYTES' },
  batchRows: { value: 512, unit: 'rows', env: 'BATCH_ROWS' },
  batchBytes: { value: 1 * mib, unit: 'bytes', env: 'BATCH_BYTES' },
  checkpointRows: { value: 400, unit: 'rows', env: 'CHECKPOINT_ROWS' },
  checkpointBytes: { value: 512 * kib, unit: 'bytes', env: 'CHECKPOINT_BYTES' },
  unloadCheckpointRows: { value: 50, unit: 'rows', env: 'UNLOAD_CHECKPOINT_ROWS' },
  keepRowsHours: { value: 24, unit: 'h', env: 'KEEP_ROWS_HOURS' },
  ticketSeconds: { value: 30, unit: 's', env: 'LIMIT_TICKET_SECONDS' },
  bodyBytes: { value: 1 * mib, unit: 'bytes', env: 'LIMIT_BODY_BYTES' },
  logoBytes: { value: 512 * kib, unit: 'bytes', env: 'LIMIT_LOGO_BYTES' },
  importBytes: { value: 50_000_000, unit: 'bytes', env: 'LIMIT_IMPORT_BYTES' },
  joinFailuresPerMinute: { value: 10, unit: 'failures/min per address', env: 'LIMIT_JOIN_FAILURES_PER_MINUTE' },
  joinFailuresPerSecond: { value: 50, unit: 'failures/s in all', env: 'LIMIT_JOIN_FAILURES_PER_SECOND' },
  joinsPerSecond: { value: 20, unit: 'joins/s per workspace', env: 'LIMIT_JOINS_PER_SECOND' },
  participants: { value: 1000, unit: 'participants per workspace', env: 'LIMIT_PARTICIPANTS' },
  commandsPerSecond: { value: 5, unit: 'commands/s per participant', env: 'LIMIT_COMMANDS_PER_SECOND' },
  exportsPerMinute: { value: 20, unit: 'exports/min per participant', env: 'LIMIT_EXPORTS_PER_MINUTE' },
  importsPerHour: { value: 30, unit: 'imports/h per address', env: 'LIMIT_IMPORTS_PER_HOUR' },
} as const satisfies Record<string, { readonly value: number; readonly unit: string; readonly env: string }>

export type LimitName = keyof typeof limitTable
export type Limits = Readonly<Record<LimitName, number>>

const names = Object.keys(limitTable) as LimitName[] // the keys of the table above, which TypeScript widens

const limitsFrom = (choose: (name: LimitName) => number): Limits => {
  const chosen: Partial<Record<LimitName, number>> = {}
  for (const name of names) chosen[name] = choose(name)
  return chosen as Limits // every name was given a number one line up
}

/** The limits as they are without any override. */
export const defaultLimits: Limits = limitsFrom((name) => limitTable[name].value)

/** The limits with overrides by environment; throws on a value that is no number above zero, naming the variable. */
export const readLimits = (environment: Readonly<Record<string, string | undefined>>): Limits =>
  limitsFrom((name) => {
    const { env, value } = limitTable[name]
    const given = environment[env]
    if (given === undefined || given.trim() === '') return value
    const number = Number(given)
    if (!Number.isFinite(number) || number <= 0) throw new Error(`${env} must be a number above zero, not "${given}"`)
    return number
  })
