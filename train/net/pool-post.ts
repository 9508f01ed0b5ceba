import { filtersPerWidth as filters, productCount, unitCount } from '../../server/listen/reading/net/net-shape.ts'

/** What a post comes to: for each unit its largest sum over all places, and the first place that gave it. */
export interface Pooled {
  values: Float32Array
  places: Int32Array
}

export function emptyPooled(): Pooled {
  return { values: new Float32Array(unitCount), places: new Int32Array(unitCount) }
}

/** `rows` says where each word's products begin in `products`, counted in words. */
export function poolPost(products: Float32Array, rows: Int32Array, { values, places }: Pooled): void {
  values.fill(Number.NEGATIVE_INFINITY)
  for (let place = 0; place < rows.length; place++) {
    const first = rows[place]! * productCount
    const second = place + 1 < rows.length ? rows[place + 1]! * productCount : -1
    const third = place + 2 < rows.length ? rows[place + 2]! * productCount : -1
    for (let filter = 0; filter < filters; filter++) {
      const single = products[first + filter]!
      if (single > values[filter]!) {
        values[filter] = single
        places[filter] = place
      }
      if (second < 0) continue
      const pair = products[first + filters + filter]! + products[second + 2 * filters + filter]!
      if (pair > values[filters + filter]!) {
        values[filters + filter] = pair
        places[filters + filter] = place
      }
      if (third < 0) continue
      const triple =
        products[first + 3 * filters + filter]! +
        products[second + 4 * filters + filter]! +
        products[third + 5 * filters + filter]!
      if (triple > values[2 * filters + filter]!) {
        values[2 * filters + filter] = triple
        places[2 * filters + filter] = place
      }
    }
  }
}
