import type { Work } from './workspace.ts'

/** Something that runs by the clock in every workspace. Twice at once, or again after a crash, must be harmless. */
export interface Job {
  name: string
  everySeconds: number
  run: (work: Work, at: { workspaceId: string; now: Date }) => Promise<void>
}
