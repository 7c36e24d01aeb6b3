import type { Path } from './http-paths.ts'

const all = '/api/workspaces/:workspace/sessions'
const one = `${all}/:session` as const

/** Where the routes of sessions are; what they take and give stands in `session-api.ts`. */
export const sessionPaths = {
  sessions: { method: 'GET', path: all },
  createSession: { method: 'POST', path: all },
  session: { method: 'GET', path: one },
  removeSession: { method: 'DELETE', path: one },
  startSession: { method: 'POST', path: `${one}/start` },
  closeSession: { method: 'POST', path: `${one}/close` },
  moveToStep: { method: 'POST', path: `${one}/step` },
  steerTimer: { method: 'POST', path: `${one}/timer` },
  steerSession: { method: 'PATCH', path: one },
  setTables: { method: 'PUT', path: `${one}/tables` },
  mergeTables: { method: 'POST', path: `${one}/tables/merge` },
  takePart: { method: 'PUT', path: `${one}/me` },
  answerHand: { method: 'POST', path: `${one}/hands/:participant` },
  markPresent: { method: 'PUT', path: `${one}/present/:participant` },
  putNote: { method: 'PUT', path: `${one}/notes/:activity` },
  sessionLog: { method: 'GET', path: `${one}/log` },
  makeHallLink: { method: 'POST', path: `${one}/hall-link` },
  revokeHallLink: { method: 'DELETE', path: `${one}/hall-link` },
  openHall: { method: 'POST', path: '/api/hall' },
  undoAct: { method: 'POST', path: `${one}/log/:number/undo` },
} as const satisfies { readonly [name: string]: Path }

export type SessionRouteName = keyof typeof sessionPaths
