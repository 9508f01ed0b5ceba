/** Finds rows by exact 32-bit hashes (never 0), by open addressing. */
export class RowTable {
  #keys: Uint32Array
  #rows: Int32Array

  /** Row `n` is that of `hashes[n]`. */
  constructor(hashes: Uint32Array) {
    const capacity = 2 ** Math.ceil(Math.log2(hashes.length * 1.6 + 2))
    this.#keys = new Uint32Array(capacity)
    this.#rows = new Int32Array(capacity)
    const mask = capacity - 1
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!
      let slot = hash & mask
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask
      this.#keys[slot] = hash
      this.#rows[slot] = row
    }
  }

  /** The row of a hash, -1 where it is not known. */
  find(hash: number): number {
    const keys = this.#keys
    const mask = keys.length - 1
    let slot = hash & mask
    for (;;) {
      const key = keys[slot]!
      if (key === hash) return this.#rows[slot]!
      if (key === 0) return -1
      slot = (slot + 1) & mask
    }
  }
}
