/** Numbers each different hash (never 0) in the order in which it is first met, and counts it. */
export class HashIndex {
  size = 0
  #slots: Uint32Array
  #numbers: Int32Array
  #counts: Int32Array

  constructor(capacity = 1 << 16) {
    this.#slots = new Uint32Array(capacity)
    this.#numbers = new Int32Array(capacity)
    this.#counts = new Int32Array(capacity)
  }

  /** The number of a hash; -1 for one never met. */
  find(hash: number): number {
    const slot = this.#slotOf(hash)
    return this.#slots[slot] === 0 ? -1 : this.#numbers[slot]!
  }

  /** Counts a hash, and numbers it when it is new. */
  add(hash: number): number {
    if (this.size * 2 >= this.#slots.length) this.#grow()
    const slot = this.#slotOf(hash)
    if (this.#slots[slot] === 0) {
      this.#slots[slot] = hash
      this.#numbers[slot] = this.size++
    }
    this.#counts[slot]!++
    return this.#numbers[slot]!
  }

  /** Hash and count of all, by their numbers. */
  list(): { hashes: Uint32Array; counts: Int32Array } {
    const hashes = new Uint32Array(this.size)
    const counts = new Int32Array(this.size)
    for (let slot = 0; slot < this.#slots.length; slot++) {
      if (this.#slots[slot] === 0) continue
      hashes[this.#numbers[slot]!] = this.#slots[slot]!
      counts[this.#numbers[slot]!] = this.#counts[slot]!
    }
    return { hashes, counts }
  }

  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const slots = this.#slots
    const numbers = this.#numbers
    const counts = this.#counts
    this.#slots = new Uint32Array(slots.length * 2)
    this.#numbers = new Int32Array(slots.length * 2)
    this.#counts = new Int32Array(slots.length * 2)
    for (let from = 0; from < slots.length; from++) {
      if (slots[from] === 0) continue
      const to = this.#slotOf(slots[from]!)
      this.#slots[to] = slots[from]!
      this.#numbers[to] = numbers[from]!
      this.#counts[to] = counts[from]!
    }
  }
}
