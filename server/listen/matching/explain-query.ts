import type { MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { shareOf } from './choose-cover.ts'
import type { Frequencies } from './choose-cover.ts'
import { headOf } from './compile-query.ts'
import { leafInWords } from './leaf-words.ts'
import { countLeaves, makeLearning } from './lesson.ts'
import { anchoredIn, keepQuery, leavesOfSide, makeQueryStore, moveQuery, programOf } from './query-store.ts'
import type { QueryStore } from './query-store.ts'
import { makeTrial, tryQueries } from './try-queries.ts'

/** Something a post must have for a query to be looked at, and in which share of posts it is expected, 0 to 1. */
export interface Needed {
  words: string
  share: number
}

/** What an index does with a query, and what it costs. */
export interface Explanation {
  /** The query is looked at when a post has one of these. Empty: for every post. */
  anchors: Needed[]
  /** … and one of these besides. Empty: nothing besides. */
  guards: Needed[]
  /** The share of posts it is expected to be looked at for, 0 to 1. */
  tried: number
  /** The most there is to look at when it is: words, phrases, conditions and what joins them. */
  size: number
  /** The pieces looked at for a post on average, at the most: `tried` times `size`. */
  work: number
}

/** Explains a query without references; `posts` show how frequent its words are, otherwise that is guessed. */
export function explainQuery(query: Query, posts: Iterable<MatchablePost> = []): Explanation {
  const store = makeQueryStore()
  const learning = makeLearning()
  keepQuery(store, { key: '', query }, 0)
  const trial = makeTrial(store)
  for (const post of posts) {
    tryQueries(trial, post, undefined)
    countLeaves(learning, store, trial.scan.found)
  }
  const frequencies = { table: store.vocabulary.table, counted: learning.counted }
  const number = store.numbers.get('')!
  moveQuery(store, number, frequencies)
  return explain(store, number, frequencies)
}

function explain(store: QueryStore, number: number, frequencies: Frequencies): Explanation {
  const [program, at] = programOf(store, number)
  const nodes = anchoredIn(program, at)
  const needed = (sideOf: (head: number) => number): Needed[] =>
    nodes
      .flatMap((node) => Array.from(leavesOfSide(program, node, sideOf(program[node]!))))
      .map((leaf) => ({ words: leafInWords(frequencies.table, leaf), share: shareOf(leaf, frequencies) }))
      .toSorted((a, b) => b.share - a.share)
  const anchors = needed(headOf.anchored)
  const guards = needed(headOf.guarding)
  const tried = nodes.length === 0 ? 1 : anyOf(anchors) * (guards.length === 0 ? 1 : anyOf(guards))
  const size = headOf.size(program[at]!)
  return { anchors, guards, tried, size, work: tried * size }
}

/** The share of posts that have one of these, were they independent. */
function anyOf(needed: readonly Needed[]): number {
  return 1 - needed.reduce((none, { share }) => none * (1 - share), 1)
}
