import { resolve } from 'node:path'
import { z } from 'zod'

/** What this process shall do; one program, several of which may share the work. */
export const roleNames = ['listen', 'match', 'answer', 'tick'] as const
export type Role = (typeof roleNames)[number]

/** Everything that can be set, checked and complete. Handed down; nobody else reads the environment. */
export interface Config {
  host: string
  /** 0 takes any free port. */
  port: number
  /** Absolute. Holds the secret key, and the store unless `databaseUrl` is set. */
  dataFolder: string
  databaseUrl: string | undefined
  /** The address people use, without a slash at the end; `undefined`: as the request says. */
  publicUrl: string | undefined
  /** As given in EARSHOT_SECRET_KEY; else it is made in the data folder. */
  secretKey: string | undefined
  roles: readonly Role[]
  demo: boolean
  allowLoopback: boolean
  allowUnsafeDatabase: boolean
  /** Where programs of the system are looked for. */
  searchPath: string
}

/** What the command line may say; it wins over the environment. */
export interface Wishes {
  port?: string
  data?: string
  roles?: string
  demo?: boolean
}

/** Something is set wrongly. The message names the setting, what it is and what it should be. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const onOff = z.enum(['0', '1'], 'must be 1 or left out').optional()

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port, a whole number from 0 to 65535')
    .int('must be a port, a whole number from 0 to 65535')
    .min(0, 'must be a port, a whole number from 0 to 65535')
    .max(65_535, 'must be a port, a whole number from 0 to 65535')
    .default(4400),
  EARSHOT_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  EARSHOT_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address people use, like https://earshot.example.org' })
    .optional(),
  EARSHOT_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}(\s*,\s*[0-9a-fA-F]{64})*$/, 'must be 64 hexadecimal characters (32 bytes)')
    .optional(),
  EARSHOT_ALLOW_LOOPBACK: onOff,
  EARSHOT_ALLOW_UNSAFE_DATABASE: onOff,
  PATH: z.string().default(''),
})

/** Reads the environment and the command line. Throws `ConfigError` with a line per mistake. */
export function readConfig(wishes: Wishes = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const given = { ...present(env), ...present({ PORT: wishes.port, EARSHOT_DATA: wishes.data }) }
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => sentence(issue, given, wishes)).join('\n'))
  const set = parsed.data
  return {
    host: set.HOST,
    port: set.PORT,
    dataFolder: resolve(set.EARSHOT_DATA),
    databaseUrl: set.DATABASE_URL,
    publicUrl: set.EARSHOT_URL && originOf(set.EARSHOT_URL),
    secretKey: set.EARSHOT_SECRET_KEY,
    roles: rolesFrom(wishes.roles),
    demo: wishes.demo ?? false,
    allowLoopback: set.EARSHOT_ALLOW_LOOPBACK === '1',
    allowUnsafeDatabase: set.EARSHOT_ALLOW_UNSAFE_DATABASE === '1',
    searchPath: set.PATH,
  }
}

/** An empty setting counts as none, as in the files that container tools read. */
function present(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, string>, wishes: Wishes): string {
  const name = String(issue.path[0])
  const isSecret = name === 'EARSHOT_SECRET_KEY' || name === 'DATABASE_URL'
  const shown = name === 'PORT' && wishes.port !== undefined ? '--port' : name
  return `${shown} ${issue.message}${isSecret ? '.' : `, but is "${given[name]}".`}`
}

function originOf(url: string): string {
  const { origin, pathname, search, hash } = new URL(url)
  if (pathname === '/' && !search && !hash) return origin
  throw new ConfigError(`EARSHOT_URL must be an address without a path, like ${origin}, but is "${url}".`)
}

function rolesFrom(wish: string | undefined): readonly Role[] {
  if (wish === undefined) return roleNames
  const wanted = wish.split(',').map((name) => name.trim())
  const roles = roleNames.filter((role) => wanted.includes(role))
  const unknown = wanted.filter((name) => !roleNames.some((role) => role === name))
  if (unknown.length === 0 && roles.length > 0) return roles
  throw new ConfigError(`--roles takes ${roleNames.join(', ')}, separated by commas, but is "${wish}".`)
}
