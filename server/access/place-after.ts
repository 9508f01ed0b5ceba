import { isId } from '../lib/id.ts'
import { unpackPageKey } from '../lib/page-key.ts'
import { refused } from './problem.ts'

/** What a value in a page key has to be. */
type Part = 'text' | 'id' | 'time' | 'number'

const isFit: Record<Part, (value: string) => boolean> = {
  text: () => true,
  id: isId,
  time: (value) => !Number.isNaN(Date.parse(value)),
  number: (value) => Number.isInteger(Number(value)),
}

/**
 * The values after which a page of a list starts, as `next` of the page before packed them; undefined for the first
 * page. Throws `refused` for a key that is none of this list: an old link, a typing error, something made up.
 */
export function placeAfter<const Parts extends readonly Part[]>(
  after: string | undefined,
  ...parts: Parts
): { [Index in keyof Parts]: string } | undefined {
  if (after === undefined) return undefined
  const values = unpackPageKey(after, parts.length)
  if (!isPlace(values, parts)) throw refused('after', 'This page is not known. Start the list again without `after`.')
  return values
}

function isPlace<Parts extends readonly Part[]>(
  values: string[] | undefined,
  parts: Parts,
): values is string[] & { [Index in keyof Parts]: string } {
  return values !== undefined && parts.every((part, index) => isFit[part](values[index] ?? ''))
}
