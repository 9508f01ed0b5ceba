import { nearFlags } from './compile-query.ts'
import { hasGroup, leavesOf } from './group-table.ts'
import type { Scan } from './scan-post.ts'

/** Whether a NEAR or BEFORE node holds for the post that was scanned last, whose groups are marked. */
export function isNear(program: Int32Array, at: number, scan: Scan): boolean {
  const { groups } = scan.vocabulary
  const left = program[at + 1]!
  const right = program[at + 2]!
  if (!hasGroup(groups, left, scan.bits) || !hasGroup(groups, right, scan.bits)) return false
  gather(leavesOf(groups, left), scan, lefts)
  gather(leavesOf(groups, right), scan, rights)
  const rule = program[at + 3]!
  if (lefts.length * rights.length > longPost) return isNearInLongPost(rule, scan)
  for (const here of lefts) for (const there of rights) if (meets(rule, here, there, scan)) return true
  return false
}

/** The places of each side; used again for every node. */
const lefts: number[] = []
const rights: number[] = []

function gather(leaves: Int32Array, { bits, firstPlace, nextPlace: { items } }: Scan, places: number[]): void {
  places.length = 0
  for (let index = 0; index < leaves.length; index++) {
    const leaf = leaves[index]!
    if ((bits[leaf >> 5]! & (1 << (leaf & 31))) === 0) continue
    for (let place = firstPlace[leaf]!; place !== 0; place = items[place]!) places.push(place)
  }
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
function isNearInLongPost(rule: number, scan: Scan): boolean {
  const starts = scan.placeStart.items
  const ends = scan.placeEnd.items
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
