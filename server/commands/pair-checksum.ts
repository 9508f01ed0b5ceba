/**
 * A checksum of (post, topic) pairs that does not depend on their order: their number, and the sum and exclusive or of a
 * mixed hash of each, modulo 2^32. The same figures as the matching benchmark's, whose ids are whole numbers.
 */
export interface PairChecksum {
  count: number
  sum: number
  xor: number
}

export function emptyChecksum(): PairChecksum {
  return { count: 0, sum: 0, xor: 0 }
}

export function addPair(checksum: PairChecksum, post: number, topic: number): void {
  const hash = mix(Math.imul(mix(post + 1), 0x9e3779b1) + topic)
  checksum.count++
  checksum.sum = (checksum.sum + hash) | 0
  checksum.xor = (checksum.xor ^ Math.imul(hash, 0x85ebca6b)) | 0
}

export function mergeChecksum(into: PairChecksum, from: PairChecksum): void {
  into.count += from.count
  into.sum = (into.sum + from.sum) | 0
  into.xor = (into.xor ^ from.xor) | 0
}

export function printChecksum({ count, sum, xor }: PairChecksum): string {
  return `${count}:${hex(sum)}${hex(xor)}`
}

/** Ids that are whole numbers stand for themselves; others are hashed (FNV-1a over UTF-16 units). */
export function numberOfId(id: string | number): number {
  if (typeof id === 'number' && Number.isInteger(id)) return id
  const text = String(id)
  if (/^\d{1,15}$/.test(text)) return Number(text)
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** The finalizer of MurmurHash3, 32 bits. */
function mix(value: number): number {
  let x = value | 0
  x ^= x >>> 16
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
