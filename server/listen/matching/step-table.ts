/**
 * Phrases as steps: from a state, over a leaf, to the next state. A state is how far a phrase has come; it is a number
 * from 1 and says which leaf brought it there from which state.
 */
export interface StepTable {
  /** Open addressing: the state after, 0 where free. */
  slots: Int32Array
  /** By state: the state before, 0 for none; the leaf that was stepped over; the leaf of the phrase that ends here, or 0. */
  before: Int32Array
  over: Int32Array
  phrase: Int32Array
  /** By state: over how many leaves it came. */
  length: Uint16Array
  /** The next free state. */
  size: number
}

export function makeStepTable(): StepTable {
  return {
    slots: new Int32Array(32),
    before: new Int32Array(16),
    over: new Int32Array(16),
    phrase: new Int32Array(16),
    length: new Uint16Array(16),
    size: 1,
  }
}

/** The next state; 0 when no phrase goes on so. From state 0, phrases begin. */
export function findStep({ slots, before, over }: StepTable, state: number, leaf: number): number {
  const mask = slots.length - 1
  for (let slot = hashOf(state, leaf) & mask; ; slot = (slot + 1) & mask) {
    const after = slots[slot]!
    if (after === 0 || (before[after] === state && over[after] === leaf)) return after
  }
}

/** The next state, made when it is new. */
export function stepTo(table: StepTable, state: number, leaf: number): number {
  const known = findStep(table, state, leaf)
  if (known !== 0) return known
  const next = table.size++
  if (next >= table.before.length) growStates(table)
  table.before[next] = state
  table.over[next] = leaf
  table.length[next] = table.length[state]! + 1
  addSlot(table, next)
  return next
}

/** The leaves of a phrase, from its last state. */
export function leavesTo({ before, over }: StepTable, last: number): number[] {
  const leaves: number[] = []
  for (let state = last; state !== 0; state = before[state]!) leaves.push(over[state]!)
  return leaves.toReversed()
}

function growStates(table: StepTable): void {
  table.before = widened(table.before)
  table.over = widened(table.over)
  table.phrase = widened(table.phrase)
  const length = new Uint16Array(table.length.length * 2)
  length.set(table.length)
  table.length = length
}

function addSlot(table: StepTable, state: number): void {
  if (table.size * 2 > table.slots.length) {
    const { slots } = table
    table.slots = new Int32Array(slots.length * 2)
    for (const known of slots) if (known !== 0) place(table, known)
  }
  place(table, state)
}

function place({ slots, before, over }: StepTable, state: number): void {
  const mask = slots.length - 1
  let slot = hashOf(before[state]!, over[state]!) & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = state
}

function widened(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}

function hashOf(state: number, leaf: number): number {
  const mixed = Math.imul(Math.imul(state, 0x9e3779b1) ^ leaf, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
