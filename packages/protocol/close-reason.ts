/** Why a connection was closed, by name. The numbers are on the wire, the names are in the code. */
export const closeCodes = {
  unauthenticated: 4401,
  forbidden: 4403,
  gone: 4404,
  rejected: 4409,
  'epoch-changed': 4410,
  'too-large': 4413,
  malformed: 4422,
  'client-too-old': 4426,
  draining: 4503,
  'too-slow': 4513,
  'too-many': 4529,
  'storage-down': 1013,
  bug: 1011,
  // `ws` closes with this one by itself when a frame is over `maxPayload`.
  'frame-too-large': 1009,
} as const

export type CloseReason = keyof typeof closeCodes

const namesByCode: ReadonlyMap<number, CloseReason> = new Map(
  Object.entries(closeCodes).map(([name, code]) => [code, name as CloseReason]), // the keys are the names
)

/** The name of a close code, or `null` when it is none of ours (1001, 1006 and the like: weather). */
export const closeReasonOf = (code: number): CloseReason | null => namesByCode.get(code) ?? null

/**
 * Whether knocking again with the same claim is pointless. Codes 4400 to 4499 are decisions; 1009 is one too,
 * because the same frame would be refused for ever.
 */
export const isPermanentClose = (code: number): boolean =>
  (code >= 4400 && code < 4500) || code === closeCodes['frame-too-large']
