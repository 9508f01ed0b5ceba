import type { MatchablePost } from '../../model/match.ts'
import { fields, rowOf } from './leaf-table.ts'
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
  /** The number of the present post, and for each query that of the last it was taken for. */
  post: number
  takenFor: Int32Array
  /** The queries whose guard is there have the present mark. */
  guarded: Uint8Array
  mark: number
}

export function makeTrial(store: QueryStore): Trial {
  return {
    store,
    scan: makeScan(store.vocabulary),
    matched: makeNumberList(),
    undecided: makeNumberList(),
    post: 0,
    takenFor: new Int32Array(0),
    guarded: new Uint8Array(0),
    mark: 0,
  }
}

/** Finds the queries that match a post: first what is in the post, then what guards, then what that brings up. */
export function tryQueries(trial: Trial, post: MatchablePost, language: string | undefined): void {
  const { store, scan } = trial
  startOver(trial)
  scanPost(scan, post, language)
  for (const number of store.always) tryQuery(trial, number)
  const { items, count } = scan.found
  const { rows } = store.vocabulary.table.words
  for (let index = 0; index < count; index++) {
    const address = rows[rowOf(items[index]!) + fields.guards]!
    if (address < 0) trial.guarded[-address] = trial.mark
    else if (address > 0) markGuarded(trial, address)
  }
  for (let index = 0; index < count; index++) {
    const address = rows[rowOf(items[index]!) + fields.postings]!
    if (address < 0) tryEntry(trial, -address)
    else if (address > 0) tryEntries(trial, address)
  }
}

function markGuarded({ store: { guards }, guarded, mark }: Trial, address: number): void {
  const page = pageAt(guards.blocks, address)
  const start = offsetAt(address)
  const end = start + (page[start]! >> 5)
  for (let index = start + 1; index <= end; index++) guarded[page[index]!] = mark
}

function tryEntries(trial: Trial, address: number): void {
  const page = pageAt(trial.store.postings.blocks, address)
  const start = offsetAt(address)
  const end = start + (page[start]! >> 5)
  for (let index = start + 1; index <= end; index++) tryEntry(trial, page[index]!)
}

function tryEntry(trial: Trial, entry: number): void {
  const number = entry >> 1
  if ((entry & 1) === 0 || trial.guarded[number] === trial.mark) tryQuery(trial, number)
}

function tryQuery(trial: Trial, number: number): void {
  const { store, takenFor, post } = trial
  const address = store.programAt[number]!
  const answer = runProgram(pageAt(store.programs, address), offsetAt(address), trial.scan)
  if (answer === answers.no || takenFor[number] === post) return
  takenFor[number] = post
  push(answer === answers.yes ? trial.matched : trial.undecided, number)
}

const lastPost = 2 ** 31 - 2
const lastMark = 255

function startOver(trial: Trial): void {
  const { store } = trial
  trial.matched.count = 0
  trial.undecided.count = 0
  if (trial.takenFor.length < store.keys.length) {
    trial.takenFor = new Int32Array(store.programAt.length)
    trial.guarded = new Uint8Array(store.programAt.length)
  }
  if (++trial.mark > lastMark) {
    trial.guarded.fill(0)
    trial.mark = 1
  }
  if (++trial.post < lastPost) return
  trial.takenFor.fill(0)
  trial.post = 1
}
