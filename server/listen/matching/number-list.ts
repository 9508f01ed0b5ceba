/**
 * A list of whole numbers that is emptied and filled again and again. An array that is set to no length gives its memory
 * back, and asks for it again with the next number; this one keeps it.
 */
export interface NumberList {
  items: Int32Array
  count: number
}

export function makeNumberList(): NumberList {
  return { items: new Int32Array(64), count: 0 }
}

export function push(list: NumberList, item: number): void {
  if (list.count === list.items.length) widen(list)
  list.items[list.count++] = item
}

function widen(list: NumberList): void {
  const wider = new Int32Array(list.items.length * 2)
  wider.set(list.items)
  list.items = wider
}
