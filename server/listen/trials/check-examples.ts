import type { ExampleView } from '../../../contract/topic-trials.ts'
import type { MatchablePost } from '../../model/match.ts'
import { matchableFrom } from '../arrivals/matchable-post.ts'
import { findMatches } from '../matching/find-matches.ts'
import type { TopicIndex } from '../matching/topic-index.ts'
import { lazyLanguage } from '../reading/language/read-language.ts'
import { readableFrom } from '../reading/readable-post.ts'
import type { ExampleRow } from './read-examples.ts'

/** Holds examples against a query of an index; without an index, which is without a query, nothing is found. */
export async function checkExamples(
  examples: readonly ExampleRow[],
  index: TopicIndex | undefined,
  key: string,
): Promise<ExampleView[]> {
  const checked: ExampleView[] = []
  for (const example of examples) {
    const text = example.ownText ?? example.text ?? ''
    const language = lazyLanguage(readableFrom({ text, title: example.title, language: example.language }))
    const matches = index ? await findMatches(index, matchableOf(example, text), language.label) : []
    const match = matches.find((one) => one.topicKey === key)
    checked.push({ ...presentExample(example, text), found: match !== undefined, hits: match?.hits ?? [] })
  }
  return checked
}

/** Whether an example tells that its query is not as it should be. */
export function fails({ found, mustMatch }: Pick<ExampleView, 'found' | 'mustMatch'>): boolean {
  return found !== mustMatch
}

/** Words of one's own are a post of which nothing else is known. */
function matchableOf(example: ExampleRow, text: string): MatchablePost {
  const { author, type, mediaDescriptions, links, channelKind } = example
  if (!author || !type || channelKind === null) return { text }
  return matchableFrom({
    ...example,
    text,
    author,
    type,
    channelKind,
    mediaDescriptions: mediaDescriptions ?? [],
    links: links ?? [],
  })
}

function presentExample(example: ExampleRow, text: string) {
  const { id, postId, mustMatch, at, madeBy, makerName } = example
  const by = madeBy === null ? null : { id: madeBy, name: makerName ?? '' }
  return { id, text, postId, mustMatch, madeBy: by, at: at.toISOString() }
}
