import type { MatchablePost, TopicMatch } from '../../model/match.ts'
import type { TopicIndex } from './topic-index.ts'
import { viewPost } from './view-post.ts'

/** Tells the language of a post when it is asked to; `undefined`: it could not be told, and then no `lang:` holds. */
type TellLanguage = () => Promise<string | undefined>

/** The topics whose queries match a post, with the words that hit. The language is asked for only when a match depends on it. */
export async function findMatches(
  index: TopicIndex,
  post: MatchablePost,
  language: TellLanguage,
): Promise<TopicMatch[]> {
  const { matched, known } = await decide(index, post, language)
  if (matched.length === 0) return []
  const view = viewPost(post)
  return matched.map((topicKey) => ({ topicKey, hits: index.hitsOf(topicKey, view, known) }))
}

/** The keys alone, without the words that hit: for counting over many posts. */
export async function findMatchingTopics(
  index: TopicIndex,
  post: MatchablePost,
  language: TellLanguage,
): Promise<readonly string[]> {
  return (await decide(index, post, language)).matched
}

async function decide(
  index: TopicIndex,
  post: MatchablePost,
  language: TellLanguage,
): Promise<{ matched: readonly string[]; known: string }> {
  const { matched, undecided } = index.tryPost(post)
  if (undecided.length === 0) return { matched, known: '' }
  const known = (await language()) ?? ''
  return { matched: index.tryPost(post, known).matched, known }
}
