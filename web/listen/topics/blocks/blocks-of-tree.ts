import type { QueryTree } from '../../../../contract/query-tree.ts'
import type { Block, ChipBlock, GroupBlock, GroupKind, Place, TopBlock, WrittenBlocks } from './block.ts'

/** Deeper than this a piece is shown as its text. */
const deepestShown = 4

interface Reading {
  text: string
  places: Map<string, Place>
}

/** The blocks that show a tree. Every tree can be shown: what lies very deep stands as a chip with its text. */
export function blocksOfTree(text: string, tree: QueryTree | null): WrittenBlocks {
  const reading: Reading = { text, places: new Map() }
  const blocks = tree ? topBlocks(reading, tree) : []
  return { text, blocks, places: reading.places }
}

function topBlocks(reading: Reading, tree: QueryTree): TopBlock[] {
  if (isLeaf(tree)) return [group(isFact(tree) ? 'are' : 'any', '0', [chip(reading, tree, '0.0')])]
  const parts = tree.kind === 'and' ? tree.of : [tree]
  const blocks = conjunction(reading, parts, '0')
  const chips = blocks.filter((block) => block.kind === 'chip')
  const facts = parts.filter(isFact).length
  const groups = blocks.filter((block) => block.kind !== 'chip')
  const none = groups.filter((block) => block.kind === 'none')
  return [
    ...(chips.length > facts ? [group('all', 'all', chips.slice(0, chips.length - facts))] : []),
    ...groups.filter((block) => block.kind !== 'none'),
    ...none,
    ...(facts > 0 ? [group('are', 'are', chips.slice(chips.length - facts))] : []),
  ]
}

/** What must hold together: words first, then groups, what must not occur in one group, fields last. */
function conjunction(reading: Reading, parts: readonly QueryTree[], path: string): Block[] {
  const at = (part: QueryTree): string => `${path}.${parts.indexOf(part)}`
  const excluded = parts.flatMap((part) => (part.kind === 'not' ? alternatives(part.of) : []))
  const none = excluded.map((part, index) => blockOf(reading, part, `${path}.n${index}`))
  const positive = parts.filter((part) => part.kind !== 'not')
  return [
    ...positive.filter((part) => isLeaf(part) && !isFact(part)).map((part) => chip(reading, part, at(part))),
    ...positive.filter((part) => !isLeaf(part)).map((part) => blockOf(reading, part, at(part))),
    ...(none.length > 0 ? [group('none', `${path}.none`, none)] : []),
    ...positive.filter(isFact).map((part) => chip(reading, part, at(part))),
  ]
}

function blockOf(reading: Reading, tree: QueryTree, path: string): Block {
  if (isLeaf(tree) || path.split('.').length > deepestShown) return chip(reading, tree, path)
  if (tree.kind === 'and') return group('all', path, conjunction(reading, tree.of, path))
  if (tree.kind === 'or') return group('any', path, each(reading, tree.of, path))
  if (tree.kind === 'not') return group('none', path, each(reading, alternatives(tree.of), path))
  if (tree.kind === 'title') {
    const parts = tree.of.kind === 'and' ? tree.of.of : [tree.of]
    return group('title', path, conjunction(reading, parts, path))
  }
  if (tree.kind !== 'near') return chip(reading, tree, path)
  return {
    kind: 'near',
    id: path,
    left: side(reading, tree.left, `${path}.l`),
    right: side(reading, tree.right, `${path}.r`),
    distance: tree.distance,
    ordered: tree.ordered,
  }
}

function side(reading: Reading, tree: QueryTree, path: string): GroupBlock {
  const chips = alternatives(tree).map((part, index) => chip(reading, part, `${path}.${index}`))
  return group('any', path, chips)
}

function each(reading: Reading, parts: readonly QueryTree[], path: string): Block[] {
  return parts.map((part, index) => blockOf(reading, part, `${path}.${index}`))
}

function alternatives(tree: QueryTree): QueryTree[] {
  return tree.kind === 'or' ? tree.of : [tree]
}

/** A chip shows what somebody wrote, without brackets that are of no use around it. */
function chip({ text, places }: Reading, tree: QueryTree, id: string): ChipBlock {
  let { start, end } = tree.place
  while (isBracketed(text.slice(start, end))) {
    const inner = text.slice(start + 1, end - 1)
    start += 1 + inner.length - inner.trimStart().length
    end = start + inner.trim().length
  }
  places.set(id, { start, end })
  return { kind: 'chip', id, text: text.slice(start, end) }
}

/** Whether the first bracket closes at the very end. Brackets inside quotation marks are none. */
function isBracketed(text: string): boolean {
  if (!text.startsWith('(')) return false
  const bare = text.replaceAll(
    /["\u201c\u201d\u201e\u201f\u00ab\u00bb][^"\u201c\u201d\u201e\u201f\u00ab\u00bb]*./g,
    (quoted) => ' '.repeat(quoted.length),
  )
  let depth = 0
  for (let at = 0; at < bare.length; at++) {
    depth += bare[at] === '(' ? 1 : bare[at] === ')' ? -1 : 0
    if (depth === 0) return at === bare.length - 1
  }
  return false
}

function group(kind: GroupKind, id: string, of: Block[]): GroupBlock {
  return { kind, id, of }
}

function isFact(tree: QueryTree): boolean {
  return tree.kind === 'field' || tree.kind === 'compare'
}

function isLeaf(tree: QueryTree): boolean {
  return isFact(tree) || tree.kind === 'word' || tree.kind === 'phrase' || tree.kind === 'exact'
}
