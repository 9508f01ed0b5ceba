import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link or a key: 256 random bits, of which only the hash is kept. */
export function newSecret(prefix: string): { secret: string; hash: string } {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashSecret(secret) }
}

/** What is kept of a secret. It has 256 random bits of its own, so that a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
