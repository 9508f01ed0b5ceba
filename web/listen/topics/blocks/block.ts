/** One piece of a query as it is written: a word, a phrase, a field, or anything that has no better picture. */
export interface ChipBlock {
  kind: 'chip'
  id: string
  text: string
}

export const groupKinds = ['any', 'all', 'none', 'are', 'title'] as const
/** Any of, all of, none of, and are (fields), the title says. */
export type GroupKind = (typeof groupKinds)[number]

export interface GroupBlock {
  kind: GroupKind
  id: string
  of: Block[]
}

/** Something of one side with fewer than `distance` words between it and something of the other. */
export interface NearBlock {
  kind: 'near'
  id: string
  left: GroupBlock
  right: GroupBlock
  distance: number
  /** The left side comes first. */
  ordered: boolean
}

export type Block = ChipBlock | GroupBlock | NearBlock
/** What stands at the top: all of these must hold. */
export type TopBlock = GroupBlock | NearBlock

export interface Place {
  start: number
  end: number
}

/** Blocks with the text they stand for, and where each chip stands in it. */
export interface WrittenBlocks {
  text: string
  blocks: TopBlock[]
  places: ReadonlyMap<string, Place>
}

/** The groups that stand directly in a block. */
export function groupsIn(block: Block): GroupBlock[] {
  if (block.kind === 'near') return [block.left, block.right]
  return block.kind === 'chip' ? [] : [block]
}
