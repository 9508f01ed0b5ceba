import { type Block, type GroupBlock, type GroupKind, type NearBlock, type TopBlock, groupsIn } from './block.ts'

/** A group or a near as it is after a change of one of the groups inside; `undefined` takes it away. */
type Change = (group: GroupBlock) => GroupBlock

/** Blocks with every group changed, the inner ones first. */
function changeGroups<Any extends Block>(block: Any, change: Change): Any
function changeGroups(block: Block, change: Change): Block {
  if (block.kind === 'chip') return block
  if (block.kind === 'near')
    return { ...block, left: changeGroups(block.left, change), right: changeGroups(block.right, change) }
  return change({ ...block, of: block.of.map((part) => changeGroups(part, change)) })
}

function changeAll(blocks: readonly TopBlock[], change: Change): TopBlock[] {
  return blocks.map((block) => changeGroups(block, change))
}

let lastId = 0

function newId(): string {
  return `new${++lastId}`
}

/** Puts chips at the end of a group; one that is already there is not put in twice. */
export function addChips(blocks: readonly TopBlock[], groupId: string, texts: readonly string[]): TopBlock[] {
  return changeAll(blocks, (group) => {
    if (group.id !== groupId) return group
    const there = new Set(group.of.map((block) => (block.kind === 'chip' ? block.text : '')))
    const fresh = [...new Set(texts)].filter((text) => !there.has(text))
    return { ...group, of: [...group.of, ...fresh.map((text): Block => ({ kind: 'chip', id: newId(), text }))] }
  })
}

/** Takes away a chip, or a group with all that is in it, wherever it stands. */
export function removeBlock(blocks: readonly TopBlock[], id: string): TopBlock[] {
  const kept = blocks.filter((block) => block.id !== id)
  return changeAll(kept, (group) => ({ ...group, of: group.of.filter((block) => block.id !== id) }))
}

/** Another text for a chip. */
export function rewriteChip(blocks: readonly TopBlock[], id: string, text: string): TopBlock[] {
  return changeAll(blocks, (group) => ({
    ...group,
    of: group.of.map((block) => (block.kind === 'chip' && block.id === id ? { ...block, text } : block)),
  }))
}

/** Moves a chip to the group before (-1) or after (1) its own, in the order they are shown. Stays at the ends. */
export function moveChip(blocks: readonly TopBlock[], id: string, step: -1 | 1): TopBlock[] {
  const groups = allGroups(blocks)
  const from = groups.findIndex((group) => group.of.some((block) => block.id === id))
  const chip = groups[from]?.of.find((block) => block.id === id)
  const target = groups[from + step]
  if (chip?.kind !== 'chip' || !target) return [...blocks]
  return changeAll(removeBlock(blocks, id), (group) =>
    group.id === target.id ? { ...group, of: [...group.of, chip] } : group,
  )
}

/** Another kind for a group, e.g. all of instead of any of. */
export function turnGroup(blocks: readonly TopBlock[], id: string, kind: GroupKind): TopBlock[] {
  return changeAll(blocks, (group) => (group.id === id ? { ...group, kind } : group))
}

/** How near, and whether in order. */
export function changeNear(
  blocks: readonly TopBlock[],
  id: string,
  change: Partial<Pick<NearBlock, 'distance' | 'ordered'>>,
): TopBlock[] {
  const withNear = (block: Block): Block => {
    if (block.kind === 'near') return block.id === id ? { ...block, ...change } : block
    return block.kind === 'chip' ? block : { ...block, of: block.of.map(withNear) }
  }
  return blocks.map(withNear).filter((block) => block.kind !== 'chip')
}

/** An empty group at the end. */
export function addGroup(blocks: readonly TopBlock[], kind: GroupKind | 'near'): { blocks: TopBlock[]; id: string } {
  const empty = (): GroupBlock => ({ kind: 'any', id: newId(), of: [] })
  const left = empty()
  if (kind !== 'near') return { blocks: [...blocks, { ...left, kind }], id: left.id }
  const near: NearBlock = { kind, id: newId(), left, right: empty(), distance: 5, ordered: false }
  return { blocks: [...blocks, near], id: left.id }
}

/** Every group, in the order they are shown. */
function allGroups(blocks: readonly Block[]): GroupBlock[] {
  return blocks.flatMap((block) => groupsIn(block).flatMap((group) => [group, ...allGroups(group.of)]))
}
