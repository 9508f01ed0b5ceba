import type { Query } from '../../model/query.ts'

/** A query tree in the shape of the matching benchmark: `{"and":[{"term":"acme"},{"not":{"prefix":"spam"}}]}`. */
export class QueryTreeError extends Error {
  override name = 'QueryTreeError'
}

const deepest = 200

/** Reads such a tree. Throws `QueryTreeError` with a sentence that says which part is wrong. */
export function readQueryTree(tree: unknown, path = 'q', depth = 0): Query {
  if (depth > deepest) throw new QueryTreeError(`${path} lies more than ${deepest} levels deep.`)
  const node = readObject(tree, path)
  const inner = (part: unknown, name: string): Query => readQueryTree(part, `${path}.${name}`, depth + 1)
  const list = (name: string): unknown[] => readList(node.get(name), `${path}.${name}`)
  if (node.has('term')) return { kind: 'word', word: readWord(node.get('term'), `${path}.term`) }
  if (node.has('prefix')) return { kind: 'word', word: `${readWord(node.get('prefix'), `${path}.prefix`)}*` }
  if (node.has('phrase')) {
    return { kind: 'phrase', words: list('phrase').map((word, i) => readWord(word, `${path}.phrase[${i}]`)) }
  }
  if (node.has('and')) return { kind: 'and', of: list('and').map((part, i) => inner(part, `and[${i}]`)) }
  if (node.has('or')) return { kind: 'or', of: list('or').map((part, i) => inner(part, `or[${i}]`)) }
  if (node.has('not')) return { kind: 'not', of: inner(node.get('not'), 'not') }
  if (node.has('near')) return readNear(node, path, inner)
  throw new QueryTreeError(`${path} has none of term, prefix, phrase, and, or, not, near.`)
}

function readObject(tree: unknown, path: string): Map<string, unknown> {
  if (typeof tree === 'object' && tree !== null) return new Map(Object.entries(tree))
  throw new QueryTreeError(`${path} must be an object such as {"term":"acme"}.`)
}

function readNear(node: Map<string, unknown>, path: string, inner: (part: unknown, name: string) => Query): Query {
  const sides = readList(node.get('near'), `${path}.near`)
  const distance = node.get('distance')
  if (sides.length !== 2) throw new QueryTreeError(`${path}.near must have two sides.`)
  if (typeof distance !== 'number' || !Number.isInteger(distance) || distance < 1) {
    throw new QueryTreeError(`${path}.distance must be a whole number from 1.`)
  }
  const [left, right] = [inner(sides[0], 'near[0]'), inner(sides[1], 'near[1]')]
  return { kind: 'near', left, right, distance, ordered: false, mayOverlap: true }
}

function readWord(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || /[*?]/.test(value))
    throw new QueryTreeError(`${path} must be a word.`)
  return value
}

function readList(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new QueryTreeError(`${path} must be a list with something in it.`)
  return value
}
