import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafe(16 * 256)
let used = pool.length
let lastMillis = 0
let counter = 0

/**
 * A new id: UUID version 7 (RFC 9562), ordered by time and, within this process, strictly increasing.
 * The 12 bits after the time are a counter, the rest is random.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += 16))
  const now = Date.now()
  if (now > lastMillis) {
    lastMillis = now
    counter = bytes[6]! & 0x07
  } else if (++counter > 0xfff) {
    lastMillis += 1
    counter = 0
  }
  bytes.writeUIntBE(lastMillis, 0, 6)
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside can be an id at all, so that a wrong one is "not there" and never an error. */
export function isId(text: string): boolean {
  return shape.test(text)
}
