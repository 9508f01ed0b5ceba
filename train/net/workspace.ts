import { columnsAtOnce } from '../../server/lib/wasm/products-routine.ts'
import { productCount, vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import type { MatrixKernel } from './matrix-kernel.ts'
import { openKernel } from './matrix-kernel.ts'

/** Memory for one batch, shared with the kernel. */
export interface Workspace {
  /** How many different words fit. */
  mostRows: number
  vectors: Float32Array
  vectorSlopes: Float32Array
  filters: Float32Array
  filterSlopes: Float32Array
  /** For each row all its products. */
  products: Float32Array
  /** Makes the products of the first rows with the filters that were set. */
  multiply(rows: number): void
  /** Notes that the slope of one product is this. */
  noteSlope(row: number, product: number, slope: number): void
  /** Adds up, from what was noted, the slopes of the vectors and filters. */
  gatherSlopes(rows: number): void
}

/** `mostNotes` is how many slopes fit between two gatherings. */
export function openWorkspace(mostRows: number, mostNotes: number): Workspace {
  const number = 4
  const sizes = [
    mostRows * vectorSize,
    mostRows * vectorSize,
    productCount * vectorSize,
    productCount * vectorSize,
    productCount * vectorSize,
    mostRows * productCount,
    mostNotes * 4,
  ]
  const kernel = openKernel(sizes.reduce((sum, size) => sum + size * number, 0))
  let at = 0
  const take = (size: number) => {
    const piece = new Float32Array(kernel.memory.buffer, at, size)
    at += size * number
    return piece
  }
  const [vectors, vectorSlopes, filters, filterSlopes, across, products, notes] = sizes.map(take) as Pieces
  const list = new Int32Array(notes.buffer, notes.byteOffset, notes.length)
  let noted = 0
  return {
    mostRows,
    vectors,
    vectorSlopes,
    filters,
    filterSlopes,
    products,
    multiply: (rows) => {
      turn(filters, across)
      multiplyBlocks(kernel, { vectors, across, products }, rows)
    },
    noteSlope: (row, product, slope) => {
      list[noted * 4] = row * vectorSize * number
      list[noted * 4 + 1] = product * vectorSize * number
      notes[noted * 4 + 2] = slope
      noted++
    },
    gatherSlopes: (rows) => {
      vectorSlopes.fill(0, 0, rows * vectorSize)
      filterSlopes.fill(0)
      const bases = [vectors, filters, vectorSlopes, filterSlopes].map(({ byteOffset }) => byteOffset) as Bases
      if (noted > 0) kernel.scatter(notes.byteOffset, noted, ...bases, vectorSize / 4)
      noted = 0
    },
  }
}

type Piece = Float32Array<ArrayBuffer>
type Pieces = [Piece, Piece, Piece, Piece, Piece, Piece, Piece]
type Bases = [number, number, number, number]

/** The filters with their rows as columns, as the kernel takes them. */
function turn(filters: Float32Array, across: Float32Array): void {
  for (let product = 0; product < productCount; product++) {
    for (let index = 0; index < vectorSize; index++) {
      across[index * productCount + product] = filters[product * vectorSize + index]!
    }
  }
}

function multiplyBlocks(
  kernel: MatrixKernel,
  { vectors, across, products }: Record<'vectors' | 'across' | 'products', Float32Array>,
  rows: number,
): void {
  const stride = productCount * 4
  for (let column = 0; column < productCount; column += columnsAtOnce) {
    const right = across.byteOffset + column * 4
    kernel.products(vectors.byteOffset, right, products.byteOffset + column * 4, rows, vectorSize, stride)
  }
}
