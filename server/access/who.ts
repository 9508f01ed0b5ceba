import type { RightName } from '../../contract/team.ts'

/** Who asks: a colleague, by session or by API key, with what they are granted right now. */
export interface Who {
  workspaceId: string
  colleagueId: string
  name: string
  /** Everything, everywhere in the workspace. */
  isOwner: boolean
  /** Departments where they are lead or agent. */
  departmentIds: ReadonlySet<string>
  leads: ReadonlySet<string>
  rights: ReadonlySet<RightName>
  via: 'session' | 'key' | 'command'
}
