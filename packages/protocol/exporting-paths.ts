import type { Path } from './http-paths.ts'

const logo = '/api/workspaces/:workspace/logo'

/** Where the routes of the outcomes page are that no other page needs; `exporting-api.ts` says what they take and give. */
export const exportingPaths = {
  outcomes: { method: 'GET', path: '/api/workspaces/:workspace/outcomes' },
  logo: { method: 'GET', path: logo },
  putLogo: { method: 'PUT', path: logo },
  removeLogo: { method: 'DELETE', path: logo },
} as const satisfies { readonly [name: string]: Path }

export type ExportingRouteName = keyof typeof exportingPaths
