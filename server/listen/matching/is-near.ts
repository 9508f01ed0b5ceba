import { headOf, nearFlags } from './compile-query.ts'
import type { Scan } from './scan-post.ts'

/** Whether a NEAR or BEFORE node holds for the post that was scanned last. */
export function isNear(program: Int32Array, at: number, scan: Scan): boolean {
  const end = at + headOf.size(program[at]!)
  const firstRight = at + 3 + program[at + 2]!
  const { bits, firstPlace } = scan
  const next = scan.nextPlace.items
  let met = 0
  for (let left = at + 3; left < firstRight; left++) {
    const leaf = program[left]!
    if ((bits[leaf >> 5]! & (1 << (leaf & 31))) === 0) continue
    for (let place = firstPlace[leaf]!; place !== 0; place = next[place]!) {
      for (let right = firstRight; right < end; right++) {
        const other = program[right]!
        if ((bits[other >> 5]! & (1 << (other & 31))) === 0) continue
        for (let there = firstPlace[other]!; there !== 0; there = next[there]!) {
          if (meets(program[at + 1]!, place, there, scan)) return true
          if (++met > longPost) return isNearInLongPost(program, at, scan)
        }
      }
    }
  }
  return false
}

/** At most `distance - 1` words lie between, and no word is shared unless it may be. */
function meets(rule: number, left: number, right: number, scan: Scan): boolean {
  const starts = scan.placeStart.items
  const ends = scan.placeEnd.items
  const between = Math.max(starts[left]!, starts[right]!) - Math.min(ends[left]!, ends[right]!)
  if (between > (rule >> 2) - 1) return false
  if ((rule & nearFlags.ordered) !== 0) return ends[left]! <= starts[right]!
  return between >= 0 || (rule & nearFlags.mayOverlap) !== 0
}

const longPost = 4096

/** Looks only at places near by, for posts that repeat a word thousands of times. */
function isNearInLongPost(program: Int32Array, at: number, scan: Scan): boolean {
  const rule = program[at + 1]!
  const starts = scan.placeStart.items
  const ends = scan.placeEnd.items
  const firstRight = at + 3 + program[at + 2]!
  const lefts = placesOf(program.subarray(at + 3, firstRight), scan)
  const rights = placesOf(program.subarray(firstRight, at + headOf.size(program[at]!)), scan)
  const sorted = rights.toSorted((a, b) => starts[a]! - starts[b]!)
  const longest = sorted.reduce((length, place) => Math.max(length, ends[place]! - starts[place]!), 0)
  return lefts.some((left) => {
    const lowest = starts[left]! - (rule >> 2) + 1 - longest
    const highest = ends[left]! + (rule >> 2) - 1
    for (let index = firstFrom(sorted, starts, lowest); index < sorted.length; index++) {
      const right = sorted[index]!
      if (starts[right]! > highest) return false
      if (meets(rule, left, right, scan)) return true
    }
    return false
  })
}

function placesOf(leaves: Int32Array, { bits, firstPlace, nextPlace: { items } }: Scan): number[] {
  const places: number[] = []
  for (const leaf of leaves) {
    if ((bits[leaf >> 5]! & (1 << (leaf & 31))) === 0) continue
    for (let place = firstPlace[leaf]!; place !== 0; place = items[place]!) places.push(place)
  }
  return places
}

function firstFrom(places: readonly number[], starts: Int32Array, position: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[places[middle]!]! < position) low = middle + 1
    else high = middle
  }
  return low
}
