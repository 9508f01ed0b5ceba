const basis = 0x811c9dc5
const prime = 0x01000193

/** The 32-bit hash of a part of a word, FNV-1a with the last mixing of MurmurHash3; never 0, which marks an empty slot. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = basis
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return stirred(hash)
}

/** The hash of two in a row: order counts. */
export function joinedHash(first: number, second: number): number {
  return stirred(Math.imul(first, 0x9e3779b1) ^ ((second << 13) | (second >>> 19)))
}

function stirred(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  mixed ^= mixed >>> 16
  return mixed >>> 0 || 1
}
