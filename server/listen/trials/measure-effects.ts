import type { Tx } from '../../db/database.ts'
import { indexOf, tried } from './begin-trial.ts'
import type { Term } from './candidate-terms.ts'
import { termsIn } from './candidate-terms.ts'
import type { PostPlace } from './choose-samples.ts'
import { gatherPosts } from './gather-posts.ts'
import type { Effect } from './rank-exclusions.ts'
import { readMarkedPosts } from './read-marked-posts.ts'
import type { Mark } from './read-marks.ts'
import { marksByPost } from './read-marks.ts'
import { hitsIn } from './read-samples.ts'
import { wordsOfPost } from './words-of-post.ts'

interface Measured {
  effects: Effect[]
  /** Other matches that were looked at. */
  matches: number
  /** Where each of them is stored, by its id. */
  places: Map<string, PostPlace>
}

interface Asked {
  /** The post that is to go. */
  postId: string
  terms: ReadonlyMap<string, Term>
  marks: readonly Mark[]
}

type Words = Parameters<typeof wordsOfPost>[0]

/** So many posts that the query does not find tell how common a term is. */
const mostOthers = 5_000

/** What each term would take away of the matches: those of a sample, what the topic found, and all that were marked. */
export async function measureEffects(
  tx: Tx,
  gathering: Parameters<typeof gatherPosts>[1],
  { postId, terms, marks }: Asked,
): Promise<Measured> {
  const places = new Map<string, PostPlace>()
  const removed = new Map([...terms.keys()].map((term) => [term, new Array<string>()]))
  const common = new Map<string, number>()
  let others = 0
  const addMatch = (row: PostPlace & Words): void => {
    if (row.id === postId || places.has(row.id)) return
    places.set(row.id, { id: row.id, postedAt: row.postedAt })
    for (const term of termsIn(terms, wordsOfPost(row))) removed.get(term)!.push(row.id)
  }
  await gatherPosts(tx, gathering, (row, isMatch) => {
    if (isMatch) addMatch(row)
    else if (others < mostOthers) {
      others += 1
      for (const term of termsIn(terms, wordsOfPost(row))) common.set(term, (common.get(term) ?? 0) + 1)
    }
  })
  const index = indexOf(gathering.query, undefined)
  for (const post of (await readMarkedPosts(tx, marks)).values()) {
    if (await hitsIn(index, tried, post)) addMatch(post)
  }
  const said = marksByPost(marks)
  const effects = [...terms].map(([term, { words }]): Effect => {
    const removes = removed.get(term)!
    return {
      term,
      isPair: words.length > 1,
      removes,
      removesRight: removes.filter((id) => said.get(id) === true).length,
      removesWrong: removes.filter((id) => said.get(id) === false).length,
      commonness: (common.get(term) ?? 0) / Math.max(1, others),
    }
  })
  return { effects, matches: places.size, places }
}
