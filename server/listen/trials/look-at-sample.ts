import type { RawBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Looking } from './look-at.ts'
import { lookAt, refuseGone } from './look-at.ts'
import type { SpreadRow } from './read-spread.ts'
import { cutTime, readRound, weighSlices } from './read-spread.ts'
import { byChance } from './by-chance.ts'
import type { TrialTime } from './trial-time.ts'

const firstRound = 8_000
const mostInRound = 40_000
/** So few say so little that it takes up to so many times as long instead: as when the languages are told for the first time. */
const fewest = 1_000
const mostTimes = 2

export interface Sample {
  /** Posts looked at. */
  looked: number
  /** Stored posts of the time; about, unless everything was looked at. */
  posts: number
  /** Whether everything was looked at. */
  isExact: boolean
  /** For how many posts one that was looked at stands, by the number of its slice. */
  weights: readonly number[]
}

interface Sampling extends Looking {
  workspaceId: string
  time: TrialTime
  columns: RawBuilder<unknown>
  /** How long it may read and look, as a rule. What the store is asked for last may take a little longer. */
  milliseconds: number
}

/** Looks at posts of every hour of the time, as many as there is time for: at all of them in a small store. */
export async function lookAtSample(
  tx: Tx,
  { workspaceId, time, columns, milliseconds, ...looking }: Sampling,
  tell: (row: SpreadRow, keys: readonly string[]) => void,
): Promise<Sample> {
  const begun = performance.now()
  let looked = 0
  const isLate = () => {
    const took = performance.now() - begun
    return took > milliseconds && (looked >= fewest || took > mostTimes * milliseconds)
  }
  const slices = cutTime(time.from, time.to)
  let wanted = firstRound
  do {
    const rows = await readRound(tx, slices, { wanted, columns, workspaceId })
    refuseGone(looking.signal)
    rows.sort(byChance)
    await lookAt(looking, rows, (row, keys) => {
      slices[row.slice]!.looked += 1
      looked += 1
      tell(row, keys)
      return !isLate()
    })
    wanted = nextRound(wanted, performance.now() - begun, milliseconds)
  } while (!isLate() && slices.some((slice) => !slice.isFinished) && wanted > 0)
  const { weights, posts } = await weighSlices(tx, slices, workspaceId)
  return { looked, posts, weights, isExact: slices.every((slice) => slice.isFinished && slice.looked === slice.read) }
}

/** As many as the time left allows, by the rate so far; 0 when it is not worth it. */
function nextRound(last: number, took: number, milliseconds: number): number {
  const fits = (last / took) * (milliseconds - took) * 0.8
  return fits < firstRound / 4 ? 0 : Math.min(mostInRound, fits)
}
