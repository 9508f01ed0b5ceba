import type { z } from 'zod'
import type { exclusionQuestion, exclusionReply } from '../../../contract/topic-trials.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { parseQuery } from '../topics/parse-query.ts'
import { printQuery } from '../topics/print-query.ts'
import { indexOf, tried } from './begin-trial.ts'
import type { Term } from './candidate-terms.ts'
import { candidateTerms } from './candidate-terms.ts'
import type { PostPlace } from './choose-samples.ts'
import { measureEffects } from './measure-effects.ts'
import { ownWordsOf } from './own-words.ts'
import { putExclusion } from './put-exclusion.ts'
import type { Effect } from './rank-exclusions.ts'
import { rankExclusions } from './rank-exclusions.ts'
import { marksByPost, readMarks } from './read-marks.ts'
import type { MarksByPost } from './read-samples.ts'
import { hitsIn, readPosts, readSamples } from './read-samples.ts'
import { readTrialQuery } from './trial-query.ts'
import type { Asked } from './try-query.ts'

type Reply = z.infer<typeof exclusionReply>
type Proposed = { effect: Effect; query: string }

const mostProposed = 10
const mostSamples = 3
const mostMarks = 1_000

/**
 * How a post that a query finds wrongly could be left out: by its words and pairs of words, the best first, each with what
 * else would go. Throws `not_found` for a post that is not here.
 */
export async function proposeExclusions(
  tx: Tx,
  who: Who,
  { body, now, signal, channelKinds }: Asked<z.output<typeof exclusionQuestion>>,
): Promise<Reply> {
  const { postId, topicId } = body
  const { diagnostics, query, couldBe } = await readTrialQuery(tx, who, { ...body, channelKinds })
  const [post] = await readPosts(tx, [await placeOf(tx, who, postId)])
  if (!post) throw notFound('post')
  const index = query && indexOf(query, undefined)
  const hits = index && (await hitsIn(index, tried, post))
  const written = parseQuery(body.query).query
  if (!index || !hits || !written) return { diagnostics, finds: false, matches: 0, exclusions: [] }

  const marks = topicId === undefined ? [] : await readMarks(tx, [topicId], mostMarks)
  const terms = candidateTerms(post, hits, ownWordsOf(query))
  const gathering = { workspaceId: who.workspaceId, query, topicId, now, signal }
  const { effects, matches, places } = await measureEffects(tx, gathering, { postId, terms, marks })
  const proposed = rankExclusions(effects, matches).map((effect): Proposed => {
    return { effect, query: printQuery(putExclusion(written, terms.get(effect.term)!.query)) }
  })
  const best = firstThatFit(proposed, couldBe)
  const asked = { index, marks: marksByPost(marks), places, terms }
  return { diagnostics, finds: true, matches, exclusions: await present(tx, best, asked) }
}

/** The check of a whole query costs more than the ranking, so only the best are checked. */
function firstThatFit(proposed: readonly Proposed[], couldBe: (text: string) => boolean): Proposed[] {
  const fit: Proposed[] = []
  for (const one of proposed) {
    if (fit.length === mostProposed) break
    if (couldBe(one.query)) fit.push(one)
  }
  return fit
}

interface Beside {
  index: ReturnType<typeof indexOf>
  marks: MarksByPost
  places: ReadonlyMap<string, PostPlace>
  terms: ReadonlyMap<string, Term>
}

async function present(
  tx: Tx,
  proposed: readonly Proposed[],
  { index, marks, places, terms }: Beside,
): Promise<Reply['exclusions']> {
  const shown = new Set(proposed.flatMap(({ effect }) => effect.removes.slice(0, mostSamples)))
  const wanted = [...shown].map((id) => places.get(id)!)
  const samples = new Map((await readSamples(tx, wanted, { index, key: tried, marks })).map((one) => [one.postId, one]))
  return proposed.map(({ effect, query }) => ({
    term: printQuery(terms.get(effect.term)!.query),
    removes: effect.removes.length,
    removesRight: effect.removesRight,
    removesWrong: effect.removesWrong,
    samples: effect.removes.slice(0, mostSamples).flatMap((id) => samples.get(id) ?? []),
    query,
  }))
}

async function placeOf(tx: Tx, { workspaceId }: Who, id: string): Promise<PostPlace> {
  const post = await tx
    .selectFrom('post')
    .select(['id', 'postedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!post) throw notFound('post')
  return post
}
