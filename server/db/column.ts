import type { ColumnType, Generated } from 'kysely'

/** Read as JSON; written as text, since a bare array or string would be taken for something else. */
export type Json<T> = ColumnType<T, string, string>
export type WithDefault<T> = ColumnType<T, T | undefined, T>
export type Made = Generated<Date>

export interface InWorkspace {
  workspaceId: string
}
export interface Row extends InWorkspace {
  id: string
}
