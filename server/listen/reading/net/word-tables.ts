import { columnsAtOnce } from '../../../lib/wasm/products-routine.ts'
import { openNetKernel } from './net-kernel.ts'
import { productCount, unitCount, vectorSize } from './net-shape.ts'

/** What the tables are made from. */
export interface TableSource {
  /** A row of `vectorSize` for each word, to be multiplied by the word's scale. */
  vectors: Int8Array
  vectorScales: Float32Array
  /** A row of `vectorSize` for each product, to be multiplied by `filterScale`. */
  filters: Int16Array
  filterScale: number
  /** A product in a table is the true one times this, rounded. */
  tableScale: number
}

/**
 * The products of each word with all filters, made when the word is first met and kept. When as many words are kept as
 * fit, all are forgotten and made again as they come.
 */
export interface WordTables {
  /** The largest sum of each unit over a post; `words` begin with the start and end with the end. True size. */
  pool(words: Int32Array, length: number, units: Float32Array): void
}

/** A post has at most so many words, the start and the end among them. */
export const mostWords = 2_050

const tableBytes = productCount * 2

/** Keeps the tables of at most `capacity` words, 960 bytes each. */
export function openWordTables(source: TableSource, capacity: number): WordTables {
  if (capacity < mostWords) throw new RangeError(`tables of fewer than ${mostWords} words cannot hold a post`)
  const place = layOut(capacity)
  const { memory, products, pool } = openNetKernel(place.end)
  const across = new Float32Array(memory.buffer, place.filters, productCount * vectorSize)
  turnFilters(source, across)
  const vector = new Float32Array(memory.buffer, place.vector, vectorSize)
  const made = new Float32Array(memory.buffer, place.products, productCount)
  const list = new Int32Array(memory.buffer, place.list, mostWords)
  const sums = new Int16Array(memory.buffer, place.sums, unitCount)
  const tables = new Int16Array(memory.buffer, place.tables, capacity * productCount)
  const slots = new Int32Array(source.vectorScales.length).fill(-1)
  let kept = 0
  const make = (word: number) => {
    const scale = source.vectorScales[word]!
    for (let index = 0; index < vectorSize; index++) vector[index] = source.vectors[word * vectorSize + index]! * scale
    for (let column = 0; column < productCount; column += columnsAtOnce) {
      products(place.vector, place.filters + column * 4, place.products + column * 4, 1, vectorSize, productCount * 4)
    }
    const at = kept * productCount
    for (let index = 0; index < productCount; index++) tables[at + index] = Math.round(made[index]!)
    slots[word] = kept++
  }
  return {
    pool: (words, length, units) => {
      if (kept + length > capacity) {
        slots.fill(-1)
        kept = 0
      }
      for (let index = 0; index < length; index++) {
        const word = words[index]!
        if (slots[word]! < 0) make(word)
        list[index] = place.tables + slots[word]! * tableBytes
      }
      pool(place.list, length - 2, place.sums)
      for (let unit = 0; unit < unitCount; unit++) units[unit] = sums[unit]! / source.tableScale
    },
  }
}

/** Where each piece lies in the memory, in bytes. */
function layOut(capacity: number) {
  let end = 0
  const take = (bytes: number) => {
    const at = end
    end += Math.ceil(bytes / 16) * 16
    return at
  }
  return {
    filters: take(productCount * vectorSize * 4),
    vector: take(vectorSize * 4),
    products: take(productCount * 4),
    list: take(mostWords * 4),
    sums: take(unitCount * 2),
    tables: take(capacity * tableBytes),
    end,
  }
}

/** The filters in the size that tables have, with their rows as columns. */
function turnFilters({ filters, filterScale, tableScale }: TableSource, across: Float32Array): void {
  for (let product = 0; product < productCount; product++) {
    for (let index = 0; index < vectorSize; index++) {
      across[index * productCount + product] = filters[product * vectorSize + index]! * filterScale * tableScale
    }
  }
}
