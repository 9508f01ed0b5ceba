import type { MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { chooseAnchors, groupOfSide, shareOf } from './choose-cover.ts'
import type { Frequencies } from './choose-cover.ts'
import { groupsIn, headOf } from './compile-query.ts'
import { leavesOf } from './group-table.ts'
import { leafInWords } from './leaf-words.ts'
import { countLeaves, makeLearning } from './lesson.ts'
import { keepQuery, makeQueryStore, programOf } from './query-store.ts'
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
  return explain(store, { groups: store.vocabulary.groups, counted: learning.counted })
}

function explain(store: QueryStore, frequencies: Frequencies): Explanation {
  const { groups, counted } = frequencies
  const [program, at] = programOf(store, store.numbers.get('')!)
  const chosen = chooseAnchors(program, at, frequencies) ?? []
  const needed = (wanted: readonly number[]): Needed[] =>
    [...new Set(wanted.flatMap((group) => [...leavesOf(groups, group)]))]
      .map((leaf) => ({ words: leafInWords(groups.table, leaf), share: shareOf(leaf, groups.table, counted) }))
      .toSorted((a, b) => b.share - a.share)
  const anchors = needed(chosen.map(({ node, side }) => groupOfSide(program, node, side)))
  const guards = chosen.every(({ must }) => must !== 0) ? needed(chosen.map(({ must }) => must)) : []
  const tried = chosen.length === 0 ? 1 : anyOf(anchors) * (guards.length === 0 ? 1 : anyOf(guards))
  const size = groupsIn(program, at).reduce(
    (sum, group) => sum + leavesOf(groups, group).length,
    headOf.size(program[at]!),
  )
  return { anchors, guards, tried, size, work: tried * size }
}

/** The share of posts that have one of these, were they independent. */
function anyOf(needed: readonly Needed[]): number {
  return 1 - needed.reduce((none, { share }) => none * (1 - share), 1)
}
