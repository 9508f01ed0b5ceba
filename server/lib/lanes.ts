/**
 * Work in order per key, side by side across keys: items that share a key share a lane, also when only a third item links
 * them, and lanes run at once. Returns what each lane's work gave; the first failure is thrown after all have come to rest.
 */
export async function inLanes<Item, Result>(
  items: Item[],
  { lanes, keysOf }: { lanes: number; keysOf: (item: Item) => string[] },
  work: (items: Item[]) => Promise<Result>,
): Promise<Result[]> {
  const sorted = sortIntoLanes(items, { lanes, keysOf })
  const settled = await Promise.allSettled(sorted.filter((lane) => lane.length > 0).map(work))
  return settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
}

/** Linked items go together, in their order, each group to the lane that has least. */
export function sortIntoLanes<Item>(
  items: Item[],
  { lanes, keysOf }: { lanes: number; keysOf: (item: Item) => string[] },
): Item[][] {
  const roots = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = roots.get(root); next !== undefined && next !== root; next = roots.get(root)) root = next
    roots.set(key, root)
    return root
  }
  for (const item of items) {
    const [first, ...others] = keysOf(item).map(rootOf)
    if (first === undefined) continue
    roots.set(first, first)
    for (const other of others) roots.set(rootOf(other), rootOf(first))
  }
  const laneOf = new Map<string, Item[]>()
  const sorted: Item[][] = Array.from({ length: lanes }, () => [])
  for (const item of items) {
    const root = rootOf(keysOf(item)[0] ?? '')
    const lane = laneOf.get(root) ?? shortest(sorted)
    laneOf.set(root, lane)
    lane.push(item)
  }
  return sorted
}

function shortest<Item>(lanes: Item[][]): Item[] {
  return lanes.reduce((least, lane) => (lane.length < least.length ? lane : least))
}
