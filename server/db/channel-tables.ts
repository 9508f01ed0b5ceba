import type { ColumnType } from 'kysely'
import type { InWorkspace, WithDefault } from './column.ts'

/** What was used of a budget in one period. */
export interface MeterTable extends InWorkspace {
  scope: string
  name: string
  period: string
  used: ColumnType<string, number, number>
  endsAt: Date
  warned: WithDefault<boolean>
}
