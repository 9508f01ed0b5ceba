import type { HitPart, MatchablePost } from '../../model/match.ts'
import { hitParts } from '../../model/match.ts'
import { tokenize } from '../../lib/tokenize.ts'
import { conditionsOf } from './post-conditions.ts'

/** How far the parts of a post stand from each other, so that no phrase or NEAR reaches over. */
export const gapBetweenParts = 1000

/** A post as the queries look at it: every word with its position, and where each stands in the post's own texts. */
export interface PostView {
  post: MatchablePost
  words: string[]
  /** The `#tag` or `@handle` form at the same place, '' where there is none. */
  sigils: string[]
  positions: number[]
  starts: number[]
  ends: number[]
  sigilEnds: number[]
  parts: HitPart[]
  /** How many of the words are the title's; they come first. */
  titleWords: number
  /** For each word and each form with a sign: the places in the lists above. */
  where: Map<string, number[]>
  texts: Record<HitPart, string>
  /** What holds of the post beside its words, such as `type:review`; see `conditionsOf`. */
  conditions: ReadonlySet<string>
}

/** Cuts a post into words, once for all queries. */
export function viewPost(post: MatchablePost): PostView {
  const descriptions = post.mediaDescriptions ?? []
  const texts = { title: post.title ?? '', text: post.text, alt: descriptions.join('\n') }
  const view: PostView = {
    post,
    words: [],
    sigils: [],
    positions: [],
    starts: [],
    ends: [],
    sigilEnds: [],
    parts: [],
    titleWords: 0,
    where: new Map(),
    texts,
    conditions: conditionsOf(post),
  }
  addWords(view, hitParts[0], texts.title, 0)
  view.titleWords = view.words.length
  addWords(view, hitParts[1], texts.text, 0)
  let offset = 0
  for (const description of descriptions) {
    addWords(view, hitParts[2], description, offset)
    offset += description.length + 1
  }
  return view
}

function addWords(view: PostView, part: HitPart, text: string, offset: number): void {
  if (text === '') return
  const { words, starts, ends, sigils, sigilEnds } = tokenize(text)
  let position = view.words.length === 0 ? 0 : view.positions.at(-1)! + gapBetweenParts
  for (let index = 0; index < words.length; index++) {
    const place = view.words.length
    view.words.push(words[index]!)
    view.sigils.push(sigils[index]!)
    view.positions.push(position++)
    view.starts.push(starts[index]! + offset)
    view.ends.push(ends[index]! + offset)
    view.sigilEnds.push(sigilEnds[index]! + offset)
    view.parts.push(part)
    remember(view.where, words[index]!, place)
    if (sigils[index] !== '') remember(view.where, sigils[index]!, place)
  }
}

function remember(where: Map<string, number[]>, word: string, place: number): void {
  const places = where.get(word)
  if (places) places.push(place)
  else where.set(word, [place])
}
