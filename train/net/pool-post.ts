import { filtersPerWidth as filters, productCount, unitCount } from '../../server/listen/reading/net/net-shape.ts'

/** What a post comes to: for each unit its largest sum, and the place where that sum begins. */
export interface Pooled {
  values: Float32Array
  places: Int32Array
}

export function emptyPooled(): Pooled {
  return { values: new Float32Array(unitCount), places: new Int32Array(unitCount) }
}

/**
 * `rows` says where each word's products begin in `products`, counted in words, the start and the end of the post among
 * them. Each word in between is looked at alone, with the one after it, and with both its neighbours.
 */
export function poolPost(products: Float32Array, rows: Int32Array, { values, places }: Pooled): void {
  values.fill(Number.NEGATIVE_INFINITY)
  const keep = (unit: number, value: number, place: number) => {
    if (value <= values[unit]!) return
    values[unit] = value
    places[unit] = place
  }
  for (let place = 1; place < rows.length - 1; place++) {
    const before = rows[place - 1]! * productCount
    const word = rows[place]! * productCount
    const after = rows[place + 1]! * productCount
    for (let filter = 0; filter < filters; filter++) {
      keep(filter, products[word + filter]!, place)
      const pair = products[word + filters + filter]! + products[after + 2 * filters + filter]!
      keep(filters + filter, pair, place)
      const triple =
        products[before + 3 * filters + filter]! +
        products[word + 4 * filters + filter]! +
        products[after + 5 * filters + filter]!
      keep(2 * filters + filter, triple, place - 1)
    }
  }
}
