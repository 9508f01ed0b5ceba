import { fields, rowOf } from './leaf-table.ts'
import type { NumberList } from './number-list.ts'
import { moveBlocks } from './move-blocks.ts'
import { pageNumberOf, releasePages, turnPages } from './paged-numbers.ts'
import { watchByDemand } from './watch-groups.ts'
import { isGroupUsed } from './group-table.ts'
import { moveQuery } from './query-store.ts'
import type { QueryStore } from './query-store.ts'

/** What the stream has shown so far, and when the index next makes use of it. */
export interface Learning {
  /** How many posts came by, and in how many the leaves were counted. */
  posts: number
  counted: number
  next: number
  running: Generator<undefined, void> | undefined
}

const firstLesson = 1_000
/** What was counted longer ago than this many posts counts half, a quarter, … */
const longMemory = 1_000_000
const countedWhole = 4_096
const countedOf = 4

export function makeLearning(): Learning {
  return { posts: 0, counted: 0, next: firstLesson, running: undefined }
}

/** Counts the leaves of a post; when enough is known, only of every fourth. */
export function countLeaves(learning: Learning, store: QueryStore, found: NumberList): void {
  if (learning.counted > countedWhole && ++learning.posts % countedOf !== 0) return
  learning.counted++
  const { rows } = store.vocabulary.table.words
  for (let index = 0; index < found.count; index++) rows[rowOf(found.items[index]!) + fields.count]!++
}

/**
 * Goes a small step on with a lesson, if one is due: all queries are anchored anew by what the stream has shown, groups are
 * marked or not by what is asked for, and all of it is moved together, what belongs to frequent leaves side by side,
 * without what dropped queries left behind.
 */
export function learn(learning: Learning, store: QueryStore): void {
  if (learning.running) {
    if (learning.running.next().done) learning.running = undefined
    return
  }
  const isDue = learning.counted >= learning.next || (store.wasted > leastWaste && store.wasted * 2 > store.taken)
  if (!isDue) return
  if (learning.counted > longMemory) forgetHalf(learning, store)
  beginLesson(learning, store)
}

/** Makes use of everything that was seen so far, however long it takes. */
export function learnAtOnce(learning: Learning, store: QueryStore): void {
  finishLesson(learning)
  if (learning.counted === 0) return
  beginLesson(learning, store)
  finishLesson(learning)
}

function beginLesson(learning: Learning, store: QueryStore): void {
  learning.next = Math.min(learning.counted * 8, learning.counted + longMemory)
  learning.running = giveLesson(store, learning.counted)
}

function finishLesson(learning: Learning): void {
  while (learning.running && !learning.running.next().done);
  learning.running = undefined
}

const leastWaste = 1 << 16
const queriesAtOnce = 3
const groupsAtOnce = 8

function* giveLesson(store: QueryStore, counted: number): Generator<undefined, void> {
  const { groups } = store.vocabulary
  const frequencies = { groups, counted }
  const before = turnPages(store.programs)
  store.taken = 0
  store.wasted = 0
  groups.demand.fill(0)
  for (let number = 1, moved = 0; number < store.keys.length; number++) {
    const address = store.programAt[number]!
    if (address !== 0 && before.has(pageNumberOf(address))) {
      moveQuery(store, number, frequencies)
      moved++
    }
    if (moved % queriesAtOnce === 0) yield
  }
  for (let group = 1; group < groups.size; group++) {
    if (isGroupUsed(groups, group)) watchByDemand(group, frequencies)
    if (group % groupsAtOnce === 0) yield
  }
  releasePages(store.programs, before)
  const kept = [
    { blocks: store.entries, field: fields.entries },
    { blocks: groups.marked, field: fields.marked },
  ]
  yield* moveBlocks(store.table, kept, counted)
}

function forgetHalf(learning: Learning, store: QueryStore): void {
  const { words } = store.vocabulary.table
  for (let leaf = 1; leaf < words.size; leaf++) words.rows[rowOf(leaf) + fields.count]! >>= 1
  learning.counted = Math.round(learning.counted / 2)
}
