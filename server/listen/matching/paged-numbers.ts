/**
 * Whole numbers in pages, found by address (from 1): growing never copies what is there, so that no change of an index
 * makes it pause. A block lies whole in one page; one that is larger than a page gets a page of its own.
 */
export interface PagedNumbers {
  pages: Int32Array[]
  /** The page that is filled now, and where it is free. */
  page: number
  end: number
  /** Pages that were given back. */
  free: number[]
}

const pageBits = 16
const pageSize = 1 << pageBits
const smallPage = 256
const noNumbers = new Int32Array(0)

export function makePagedNumbers(): PagedNumbers {
  return { pages: [new Int32Array(smallPage)], page: 0, end: 1, free: [] }
}

/** Finds room for a block and gives its address. */
export function reserve(numbers: PagedNumbers, size: number): number {
  const { pages, page, end } = numbers
  const isIn = end + size <= pages[page]!.length || (end + size <= pageSize && widen(numbers, end + size))
  if (!isIn) openPage(numbers, Math.max(pageSize, size + 1))
  const address = (numbers.page << pageBits) | numbers.end
  numbers.end += size
  return address
}

/** A small index should be small: a page grows to its full size in steps. */
function widen({ pages, page }: PagedNumbers, needed: number): true {
  let size = pages[page]!.length
  while (size < needed) size *= 2
  const wider = new Int32Array(size)
  wider.set(pages[page]!)
  pages[page] = wider
  return true
}

function openPage(numbers: PagedNumbers, size: number): void {
  numbers.page = numbers.free.pop() ?? numbers.pages.length
  numbers.pages[numbers.page] = new Int32Array(size)
  numbers.end = 1
}

/** From now on numbers go to new pages; gives those filled so far, for `releasePages`. */
export function turnPages(numbers: PagedNumbers): Set<number> {
  const filled = new Set(numbers.pages.keys())
  for (const page of numbers.free) filled.delete(page)
  openPage(numbers, smallPage)
  return filled
}

/** Gives pages back that nothing points to any more. */
export function releasePages(numbers: PagedNumbers, pages: ReadonlySet<number>): void {
  for (const page of pages) {
    numbers.pages[page] = noNumbers
    numbers.free.push(page)
  }
}

/** Which page an address is in. */
export function pageNumberOf(address: number): number {
  return address >>> pageBits
}

/** The page a block lies in. */
export function pageAt({ pages }: PagedNumbers, address: number): Int32Array {
  return pages[address >>> pageBits]!
}

/** Where in its page a block begins. */
export function offsetAt(address: number): number {
  return address & (pageSize - 1)
}
