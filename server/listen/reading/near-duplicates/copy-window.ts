import { packedIds, type PackedIds } from './packed-ids.ts'
import { bins, type Signature } from './sign-text.ts'

/** The newest posts of a workspace by what they say: finds the one that a new post is a copy of. */
export interface CopyWindow {
  /** The post that is most alike, when it is alike enough; the newest of those that are as much so. */
  find(signature: Signature): Alike | undefined
  /** Lets the oldest go where the window is full. */
  add(post: WindowPost, signature: Signature): void
  /** How many posts were compared with since the window was made. */
  compared(): number
}

export interface WindowPost {
  id: string
  /** Names the group of copies it belongs to. */
  copiesId: string
}

export interface Alike extends WindowPost {
  /** In how many of the 64 bins both agree. */
  agreeing: number
}

/** So many of the newest posts are looked at. */
export const windowSize = 300_000
/** Bins that two posts agree in to be copies. */
const fewestAgreeing = 32
const bands = 16
const binsInBand = 4
const firstSize = 1_024
/** In a storm every band leads to thousands; the newest few of them say enough. */
const mostCompared = 8
const mostSteps = 64

/**
 * Signatures in 16 bands of 4 bins: who agrees in a whole band is compared. Chains by position, newest first, as in a
 * sliding dictionary: what has left the window ends a chain, so nothing is ever taken out. Typed arrays that grow up to
 * `size`.
 */
export function makeCopyWindow(size: number = windowSize): CopyWindow {
  let room = makeRoom(Math.min(firstSize, size))
  let compared = 0
  return {
    find: (signature) => {
      const found = search(room, signature)
      compared += found.compared
      if (found.agreeing < fewestAgreeing) return undefined
      const slot = found.position % room.slots
      return { id: room.ids.get(slot), copiesId: room.groups.get(slot), agreeing: found.agreeing }
    },
    add: (post, signature) => {
      const isFull = room.newest === room.slots && room.slots < size
      if (isFull || room.newest === lastPosition) room = moved(room, Math.min(room.slots * 4, size))
      put(room, post, signature)
    },
    compared: () => compared,
  }
}

interface Room {
  slots: number
  /** Position of the post that came last; they count from 1. */
  newest: number
  signatures: Uint8Array
  /** By slot and band, the position of the post before it in the same chain; 0 at the end. */
  before: Uint32Array
  /** Buckets of one band. */
  buckets: number
  /** By band and bucket, the position of the newest post of the chain. */
  heads: Uint32Array
  /** By slot, the search that looked at it last. */
  seen: Uint32Array
  searches: number
  ids: PackedIds
  groups: PackedIds
}

const lastPosition = 0xffffffff

function makeRoom(slots: number): Room {
  const buckets = 1 << Math.ceil(Math.log2(slots) - 2)
  return {
    slots,
    newest: 0,
    signatures: new Uint8Array(slots * bins),
    before: new Uint32Array(slots * bands),
    buckets,
    heads: new Uint32Array(buckets * bands),
    seen: new Uint32Array(slots),
    searches: 0,
    ids: packedIds(slots),
    groups: packedIds(slots),
  }
}

/** The bins of a band as one number. */
function wordOf(signatures: Uint8Array, from: number, band: number): number {
  const at = from + band * binsInBand
  return signatures[at]! | (signatures[at + 1]! << 8) | (signatures[at + 2]! << 16) | (signatures[at + 3]! << 24)
}

function bucketOf(room: Room, band: number, word: number): number {
  const once = Math.imul(word ^ (word >>> 13), 0x85ebca6b)
  return band * room.buckets + ((once ^ (once >>> 16)) & (room.buckets - 1))
}

function put(room: Room, post: WindowPost, signature: Signature): void {
  const position = ++room.newest
  const slot = position % room.slots
  room.ids.put(slot, post.id)
  room.groups.put(slot, post.copiesId)
  room.signatures.set(signature, slot * bins)
  for (let band = 0; band < bands; band++) {
    const bucket = bucketOf(room, band, wordOf(signature, 0, band))
    room.before[slot * bands + band] = room.heads[bucket]!
    room.heads[bucket] = position
  }
}

interface Found {
  agreeing: number
  position: number
  compared: number
}

function search(room: Room, signature: Signature): Found {
  room.searches = (room.searches + 1) >>> 0
  const found: Found = { agreeing: 0, position: 0, compared: 0 }
  for (let band = 0; band < bands && found.agreeing < bins; band++) searchBand(room, signature, band, found)
  return found
}

function searchBand(room: Room, signature: Signature, band: number, found: Found): void {
  const word = wordOf(signature, 0, band)
  let left = mostCompared
  let position = room.heads[bucketOf(room, band, word)]!
  for (let step = 0; step < mostSteps && left > 0; step++) {
    if (position === 0 || room.newest - position >= room.slots) return
    const slot = position % room.slots
    const isAlike = wordOf(room.signatures, slot * bins, band) === word
    if (isAlike) left--
    if (isAlike && room.seen[slot] !== room.searches) {
      room.seen[slot] = room.searches
      found.compared++
      const agreeing = countAgreeing(room.signatures, slot * bins, signature)
      if (agreeing > found.agreeing || (agreeing === found.agreeing && position > found.position)) {
        found.agreeing = agreeing
        found.position = position
      }
    }
    position = room.before[slot * bands + band]!
  }
}

function countAgreeing(signatures: Uint8Array, from: number, signature: Signature): number {
  let agreeing = 0
  for (let bin = 0; bin < bins; bin++) if (signatures[from + bin] === signature[bin]) agreeing++
  return agreeing
}

/** The same posts with more room, or counted afresh. */
function moved(room: Room, slots: number): Room {
  const next = makeRoom(slots)
  for (let position = Math.max(1, room.newest - room.slots + 1); position <= room.newest; position++) {
    const slot = position % room.slots
    const post = { id: room.ids.get(slot), copiesId: room.groups.get(slot) }
    put(next, post, room.signatures.subarray(slot * bins, (slot + 1) * bins))
  }
  return next
}
