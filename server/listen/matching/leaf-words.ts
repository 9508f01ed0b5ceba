import { detailOf, wordsOfLeaf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'

/** A leaf as a reader knows it: `acme`, `"new shoes"`, `{Acme}`, `type:review`, `title:acme`. */
export function leafInWords(table: LeafTable, leaf: number): string {
  const detail = detailOf(table, leaf)
  if (detail < 0) return `title:${leafInWords(table, -detail)}`
  const words = wordsOfLeaf(table, leaf)
  if (words[0]!.startsWith('{')) return `{${words.map((word) => word.slice(1)).join(' ')}}`
  return words.length > 1 ? `"${words.join(' ')}"` : words[0]!
}
