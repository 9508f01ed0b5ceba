import { createContext, useContext } from 'react'
import type { QueryDiagnostic } from '../../../../contract/query.ts'
import type { TopBlock } from './block.ts'

/** What the parts of the blocks can do with the whole. */
export interface BlockDeeds {
  /** Changes the blocks; the focus then goes to the control of this name. */
  change: (by: (blocks: readonly TopBlock[]) => TopBlock[], focus?: string) => void
  mistakesAt: (chipId: string) => readonly QueryDiagnostic[]
  /** Puts a repaired query in place of this one. */
  repair: (query: string) => void
  readOnly: boolean
}

const nothing: BlockDeeds = { change: () => undefined, mistakesAt: () => [], repair: () => undefined, readOnly: true }

export const BlockDeedsContext = createContext<BlockDeeds>(nothing)

export function useBlockDeeds(): BlockDeeds {
  return useContext(BlockDeedsContext)
}

/** The name by which the focus finds the field of a group into which chips are typed. */
export function fieldOf(groupId: string): string {
  return `field ${groupId}`
}
