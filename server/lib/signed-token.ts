import { createHmac, timingSafeEqual } from 'node:crypto'

/** An id that nobody can guess or change: the id and 128 bits of its HMAC-SHA256, both fit for an address. */
export function signToken(key: Buffer, id: string): string {
  return `${id}.${macOf(key, id)}`
}

/** The id in a token that we signed, else undefined. */
export function readToken(key: Buffer, token: string): string | undefined {
  const dot = token.lastIndexOf('.')
  if (dot < 1) return undefined
  const id = token.slice(0, dot)
  const [given, right] = [Buffer.from(token.slice(dot + 1)), Buffer.from(macOf(key, id))]
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined
}

function macOf(key: Buffer, id: string): string {
  return createHmac('sha256', key).update(id).digest().subarray(0, 16).toString('base64url')
}
