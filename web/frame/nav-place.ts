import type { MeView } from '../../contract/team.ts'
import type { LucideIcon } from 'lucide-react'
import type { RightName } from '../../contract/team.ts'
import type { Cell } from '../live/cell.ts'
import type { TextKey } from '../live/text.ts'

/** A screen in the nav. */
export interface NavPlace {
  id: string
  label: TextKey
  /** Heading it stands under; null for those at the foot. */
  group: TextKey | null
  path: string
  keys: string
  Icon: LucideIcon
  /** It is left out for those who may not open it. */
  right?: RightName
  /** How many wait for you there. */
  count?: Cell<number>
  /** Other words it is found by in the palette. */
  words?: string
  /** Whether the place has served its purpose for this person and shows no more. */
  isOver?: (me: MeView) => boolean
}
