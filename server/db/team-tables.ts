import type { Bundle } from '../model/grant.ts'
import type { Json, Made, Row, WithDefault } from './column.ts'

export interface WorkspaceTable {
  id: string
  name: string
  firstRun: Json<Record<string, unknown>>
  settings: Json<Record<string, unknown>>
  createdAt: Made
}

export interface ColleagueTable extends Row {
  accountId: string
  name: string
  email: string
  preferences: Json<Record<string, unknown>>
  joinedAt: Made
  leftAt: Date | null
}

export interface DepartmentTable extends Row {
  kind: string
  name: string
  firstReplyMinutes: WithDefault<number>
  nextReplyMinutes: WithDefault<number>
  position: WithDefault<number>
}

export interface AccessGrantTable extends Row {
  colleagueId: string
  bundle: Bundle
  departmentId: string | null
  givenBy: string | null
  startsAt: Made
  endsAt: Date | null
}

export interface InvitationTable extends Row {
  email: string
  name: string
  bundle: Bundle
  departmentIds: WithDefault<string[]>
  tokenHash: string
  invitedBy: string
  createdAt: Made
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

export interface ApiKeyTable extends Row {
  name: string
  keyHash: string
  colleagueId: string
  createdAt: Made
  lastUsedAt: Date | null
  revokedAt: Date | null
}
