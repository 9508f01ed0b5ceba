import { createHash, randomBytes } from 'node:crypto'

/** A new key for an address that others push to: 256 random bits. */
export function makeDoorKey(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept to look a key up by. */
export function hashDoorKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** A signing secret as Standard Webhooks writes it: 24 to 64 random bytes behind `whsec_`. */
export function makeSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
