import type { ListKind, ListView } from '../../../contract/lists.ts'

/** The kinds of lists in the order they are offered. Their names are texts `lists.kind.…`. */
export const listKinds: readonly ListKind[] = ['words', 'authors', 'sites']

/** A list as it is being written: its entries one a line. */
export interface ListFields {
  name: string
  kind: ListKind
  entries: string
}

export function fieldsOf(list: ListView | undefined): ListFields {
  if (!list) return { name: '', kind: 'words', entries: '' }
  return { name: list.name, kind: list.kind, entries: list.entries.join('\n') }
}

/** The lines that hold something. */
export function linesOf(entries: string): string[] {
  return entries.split('\n').filter((line) => line.trim() !== '')
}
