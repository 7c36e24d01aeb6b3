import { readLimits, type Limits } from '#protocol/limits.ts'

/** Everything that the environment decides, read once. */
export type Config = {
  readonly port: number
  readonly host: string | undefined
  readonly dataDir: string
  /** The folder of the built web app. */
  readonly webDir: string
  /** The address that people use, without a slash at the end; absent: the server's own addresses. */
  readonly publicUrl: string | undefined
  /** Whoever makes or imports a workspace must say this; absent: anybody may. */
  readonly createCode: string | undefined
  /** Origins allowed beside one's own, such as that of a development server. */
  readonly extraOrigins: readonly string[]
  /** Addresses of proxies whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[]
  readonly sync: 'full' | 'normal'
  readonly limits: Limits
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment; throws with plain words when something in it cannot be right. */
export const readConfig = (env: Environment): Config => ({
  port: portOf(env['PORT']),
  host: given(env['HOST']),
  dataDir: given(env['DATA_DIR']) ?? './data',
  webDir: given(env['WEB_DIR']) ?? './dist/web',
  publicUrl: publicUrlOf(env['PUBLIC_URL']),
  createCode: given(env['CREATE_CODE']),
  extraOrigins: listOf(env['EXTRA_ORIGINS']),
  trustedProxies: listOf(env['TRUSTED_PROXIES']),
  sync: env['POLDER_SYNC'] === 'normal' ? 'normal' : 'full',
  limits: readLimits(env),
})

const portOf = (raw: string | undefined): number => {
  const port = Number(given(raw) ?? 4000)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT must be a number from 0 to 65535, not "${raw}".`)
}

const publicUrlOf = (raw: string | undefined): string | undefined => {
  const url = given(raw)?.replace(/\/+$/, '')
  // A path behind the host would need every address of the web app to know of it.
  if (url === undefined || (/^https?:\/\//.test(url) && URL.canParse(url) && new URL(url).origin === url.toLowerCase()))
    return url
  throw new Error(`PUBLIC_URL must be an address such as https://polder.example.nl, without a path, not "${raw}".`)
}

const given = (raw: string | undefined): string | undefined => raw?.trim() || undefined

const listOf = (raw: string | undefined): readonly string[] =>
  (raw ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
