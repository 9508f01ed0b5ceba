import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { TrialRow } from './trial-row.ts'
import { isTried } from './trial-row.ts'

/** A few hours of the time that is looked at, read from its beginning on. */
export interface Slice {
  to: Date
  /** The last post that was read, or where the slice begins. */
  place: { at: Date; id: string }
  /** Posts that were read, and those of them that were looked at. */
  read: number
  looked: number
  isFinished: boolean
}

export type SpreadRow = TrialRow & { slice: number }

const noId = '00000000-0000-0000-0000-000000000000'
const sliceMilliseconds = 3 * 3_600_000

/** Cuts a time into slices of three hours. */
export function cutTime(from: Date, to: Date): Slice[] {
  const count = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / sliceMilliseconds))
  return Array.from({ length: count }, (_, number) => {
    const begin = from.getTime() + number * sliceMilliseconds
    const end = Math.min(begin + sliceMilliseconds, to.getTime())
    return { to: new Date(end), place: { at: new Date(begin), id: noId }, read: 0, looked: 0, isFinished: false }
  })
}

/** Reads the next posts of every slice that has some left: about `wanted` posts in all, evenly over the slices. */
export async function readRound(
  tx: Tx,
  slices: Slice[],
  { wanted, columns, workspaceId }: { wanted: number; columns: RawBuilder<unknown>; workspaceId: string },
): Promise<SpreadRow[]> {
  const open = [...slices.entries()].filter(([, slice]) => !slice.isFinished)
  const each = Math.ceil(wanted / Math.max(1, open.length))
  const numbers = open.map(([number]) => number)
  const places = open.map(([, { place }]) => place)
  const { rows } = await sql<SpreadRow>`
    select slice.number as slice, found.*
    from unnest(${numbers}::int[], ${places.map((place) => place.at)}::timestamptz[], ${places.map((place) => place.id)}::uuid[],
      ${open.map(([, slice]) => slice.to)}::timestamptz[]) as slice (number, at, id, until)
    cross join lateral (
      select ${columns} from post
      where workspace_id = ${workspaceId} and posted_at >= slice.at and posted_at < slice.until
        and (posted_at, id) > (slice.at, slice.id) and ${isTried}
      order by posted_at, id limit ${each}) found`.execute(tx)
  for (const row of rows) {
    const slice = slices[row.slice]!
    slice.read += 1
    slice.place = { at: row.postedAt, id: row.id }
  }
  const read = countBySlice(rows)
  for (const [number, slice] of open) slice.isFinished = (read.get(number) ?? 0) < each
  return rows
}

function countBySlice(rows: readonly SpreadRow[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { slice } of rows) counts.set(slice, (counts.get(slice) ?? 0) + 1)
  return counts
}

const mostCounted = 50_000

interface Weighed {
  /** By slice: for how many posts each one that was looked at stands. */
  weights: number[]
  /** All posts of the slices. */
  posts: number
}

/**
 * What a sample stands for. What was not read of a slice is counted by the index alone, up to a limit, so that a large
 * store answers as fast as a small one. Slices of which nothing was looked at are spoken for by all others.
 */
export async function weighSlices(tx: Tx, slices: readonly Slice[], workspaceId: string): Promise<Weighed> {
  const open = [...slices.entries()].filter(([, slice]) => !slice.isFinished)
  const left = open.length === 0 ? new Map<number, number>() : await countLeft(tx, open, workspaceId)
  const sizes = slices.map(({ read }, number) => read + (left.get(number) ?? 0))
  const posts = sum(sizes)
  const spokenFor = sum(sizes.filter((_, number) => slices[number]!.looked > 0))
  const weights = slices.map(({ looked }, number) =>
    looked === 0 ? 0 : (sizes[number]! / looked) * (posts / spokenFor),
  )
  return { weights, posts }
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, one) => total + one, 0)
}

async function countLeft(tx: Tx, open: [number, Slice][], workspaceId: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ number: number; left: number }>`
    select slice.number, (select count(*)::int from (
      select 1 from post where workspace_id = ${workspaceId} and posted_at >= slice.at and posted_at < slice.until
        and (posted_at, id) > (slice.at, slice.id) limit ${mostCounted}) rest) as left
    from unnest(${open.map(([number]) => number)}::int[], ${open.map(([, slice]) => slice.place.at)}::timestamptz[],
      ${open.map(([, slice]) => slice.place.id)}::uuid[], ${open.map(([, slice]) => slice.to)}::timestamptz[])
      as slice (number, at, id, until)`.execute(tx)
  return new Map(rows.map(({ number, left }) => [number, left]))
}
