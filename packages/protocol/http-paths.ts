/** How and where a route is called. */
export type Path = { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: string }

/**
 * Where each route of the server is, without its schemas: pages that load before joining can call the server
 * and leave the schemas behind. `http-api.ts` says what each route takes and gives.
 */
export const paths = {
  health: { method: 'GET', path: '/api/health' },
  ready: { method: 'GET', path: '/api/ready' },
  metrics: { method: 'GET', path: '/metrics' },
  description: { method: 'GET', path: '/api/openapi.json' },
  me: { method: 'GET', path: '/api/me' },
  createWorkspace: { method: 'POST', path: '/api/workspaces' },
  importWorkspace: { method: 'POST', path: '/api/workspaces/import' },
  lookUpCode: { method: 'GET', path: '/api/join/:code' },
  join: { method: 'POST', path: '/api/join' },
  return: { method: 'POST', path: '/api/return' },
  enter: { method: 'POST', path: '/api/enter' },
  workspace: { method: 'GET', path: '/api/workspaces/:workspace' },
  changeWorkspace: { method: 'PATCH', path: '/api/workspaces/:workspace' },
  rotateJoinCode: { method: 'POST', path: '/api/workspaces/:workspace/join-code' },
  makeFacilitatorLink: { method: 'POST', path: '/api/workspaces/:workspace/facilitator-links' },
  people: { method: 'GET', path: '/api/workspaces/:workspace/people' },
  changePerson: { method: 'PATCH', path: '/api/workspaces/:workspace/people/:participant' },
  removePerson: { method: 'DELETE', path: '/api/workspaces/:workspace/people/:participant' },
  leave: { method: 'POST', path: '/api/workspaces/:workspace/leave' },
  directory: { method: 'GET', path: '/api/workspaces/:workspace/directory' },
  activity: { method: 'GET', path: '/api/workspaces/:workspace/activity' },
  createArtefact: { method: 'POST', path: '/api/workspaces/:workspace/artefacts' },
  changeArtefact: { method: 'PATCH', path: '/api/workspaces/:workspace/artefacts/:artefact' },
  removeArtefact: { method: 'DELETE', path: '/api/workspaces/:workspace/artefacts/:artefact' },
  imports: { method: 'GET', path: '/api/workspaces/:workspace/artefacts/:artefact/imports' },
  importRows: { method: 'POST', path: '/api/workspaces/:workspace/artefacts/:artefact/imports' },
  undoImport: { method: 'DELETE', path: '/api/workspaces/:workspace/artefacts/:artefact/imports/:import' },
  allRecords: { method: 'GET', path: '/api/workspaces/:workspace/records' },
  records: { method: 'GET', path: '/api/workspaces/:workspace/records/:collection' },
  addRecord: { method: 'POST', path: '/api/workspaces/:workspace/records/:collection' },
  changeRecord: { method: 'PATCH', path: '/api/workspaces/:workspace/records/:collection/:record' },
  removeRecord: { method: 'DELETE', path: '/api/workspaces/:workspace/records/:collection/:record' },
  estimates: { method: 'GET', path: '/api/workspaces/:workspace/estimates' },
  putEstimate: {
    method: 'PUT',
    path: '/api/workspaces/:workspace/estimates/:map/:stakeholder/:attribute',
  },
  agenda: { method: 'GET', path: '/api/workspaces/:workspace/agenda' },
  insights: { method: 'GET', path: '/api/workspaces/:workspace/insights' },
  export: { method: 'GET', path: '/api/workspaces/:workspace/export' },
  exportsMade: { method: 'GET', path: '/api/workspaces/:workspace/exports' },
  makeReadingLink: { method: 'POST', path: '/api/workspaces/:workspace/reading-link' },
  revokeReadingLink: { method: 'DELETE', path: '/api/workspaces/:workspace/reading-link' },
  readLetter: { method: 'POST', path: '/api/read' },
  ticket: { method: 'POST', path: '/api/rooms/:room/ticket' },
} as const satisfies { readonly [name: string]: Path }

/** The routes that every page knows. */
export type PlainRouteName = keyof typeof paths

/** The address of a route with its parameters and query filled in. */
export const addressOf = (
  name: PlainRouteName,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string => addressAt(paths[name], params, query)

/** The same for a route of another table. */
export const addressAt = (
  route: Path,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string => {
  const path = route.path.replaceAll(/:([a-z]+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
  const asked = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined) asked.set(key, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}
