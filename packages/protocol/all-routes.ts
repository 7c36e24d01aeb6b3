import { choosingRoutes } from './choosing-api.ts'
import { choosingPaths } from './choosing-paths.ts'
import { exportingRoutes } from './exporting-api.ts'
import { exportingPaths } from './exporting-paths.ts'
import { routes } from './http-api.ts'
import { paths } from './http-paths.ts'
import { sessionRoutes } from './session-api.ts'
import { sessionPaths } from './session-paths.ts'

/** Every route of the server. The web app loads them in parts, as pages need them. */
export const allRoutes = { ...routes, ...sessionRoutes, ...choosingRoutes, ...exportingRoutes } as const

/** Where each of them is. */
export const allPaths = { ...paths, ...sessionPaths, ...choosingPaths, ...exportingPaths } as const
