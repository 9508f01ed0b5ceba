import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Where the connection comes from. X-Forwarded-For is not read: anybody can write it. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Base of the address people use: what the operator says, else the host of the request. */
export function originOf(url: string | undefined, request: Request): string {
  return url ?? new URL(request.url).origin
}
