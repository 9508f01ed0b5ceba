import type { MatchablePost } from '../../model/match.ts'
import { bringBlocksNear } from './bring-near.ts'
import { entrySize } from './entries.ts'
import { hasGroup, markGroups } from './group-table.ts'
import { fields, rowOf } from './leaf-table.ts'
import { countIn } from './number-blocks.ts'
import type { Kept } from './move-blocks.ts'
import { makeNumberList, push } from './number-list.ts'
import type { NumberList } from './number-list.ts'
import { offsetAt, pageAt } from './paged-numbers.ts'
import type { QueryStore } from './query-store.ts'
import { answers, runProgram } from './run-program.ts'
import { makeScan, scanPost } from './scan-post.ts'
import type { Scan } from './scan-post.ts'

/** The state of trying queries on one post. Used again for every post. */
export interface Trial {
  store: QueryStore
  scan: Scan
  /** The numbers of the queries that match, and of those that depend on the language. */
  matched: NumberList
  undecided: NumberList
  /** The number of the present post, and for each query that of the last it was taken or its program run for. */
  post: number
  takenFor: Int32Array
  entries: Kept
}

export function makeTrial(store: QueryStore): Trial {
  return {
    store,
    scan: makeScan(store.vocabulary),
    matched: makeNumberList(),
    undecided: makeNumberList(),
    post: 0,
    takenFor: new Int32Array(0),
    entries: { blocks: store.entries, field: fields.entries },
  }
}

/** Finds the queries that match a post: first what is in the post, then which groups that makes, then what it brings up. */
export function tryQueries(trial: Trial, post: MatchablePost, language: string | undefined): void {
  const { store, scan } = trial
  const { found } = scan
  startOver(trial)
  scanPost(scan, post, language)
  scan.ahead = bringBlocksNear(trial.entries, store.table, found)
  markGroups(store.vocabulary.groups, found)
  for (const number of store.always) runQuery(trial, number)
  const { rows } = store.table.words
  for (let index = 0; index < found.count; index++) {
    const address = rows[rowOf(found.items[index]!) + fields.entries]!
    if (address !== 0) tryEntries(trial, address)
  }
}

function tryEntries(trial: Trial, address: number): void {
  const { groups } = trial.store.vocabulary
  const { bits } = trial.scan
  const page = pageAt(trial.store.entries.numbers, address)
  const start = offsetAt(address)
  const end = start + countIn(page[start]!)
  for (let at = start + 1; at < end; at += entrySize) {
    const must = page[at + 1]!
    if (must !== 0 && !hasGroup(groups, must, bits)) continue
    const mustNot = page[at + 2]!
    if (mustNot !== 0 && hasGroup(groups, mustNot, bits)) continue
    takeEntry(trial, page[at]!)
  }
}

function takeEntry(trial: Trial, entry: number): void {
  const number = entry >> 1
  if ((entry & 1) !== 0) runQuery(trial, number)
  else if (trial.takenFor[number] !== trial.post) {
    trial.takenFor[number] = trial.post
    push(trial.matched, number)
  }
}

function runQuery(trial: Trial, number: number): void {
  const { store, takenFor, post } = trial
  if (takenFor[number] === post) return
  takenFor[number] = post
  const address = store.programAt[number]!
  const answer = runProgram(pageAt(store.programs, address), offsetAt(address), trial.scan)
  if (answer !== answers.no) push(answer === answers.yes ? trial.matched : trial.undecided, number)
}

const lastPost = 2 ** 31 - 2

export function startOver(trial: Trial): void {
  const { store } = trial
  trial.matched.count = 0
  trial.undecided.count = 0
  if (trial.takenFor.length < store.keys.length) trial.takenFor = new Int32Array(store.programAt.length)
  if (++trial.post < lastPost) return
  trial.takenFor.fill(0)
  trial.post = 1
}
