import { findMatchingTopics } from '../listen/matching/find-matches.ts'
import type { TopicIndex } from '../listen/matching/topic-index.ts'
import { lazyLanguage } from '../listen/reading/language/read-language.ts'
import type { LineChunk } from './line-chunks.ts'
import { linesOf } from './line-chunks.ts'
import { addPair, emptyChecksum, numberOfId } from './pair-checksum.ts'
import type { PairChecksum } from './pair-checksum.ts'
import { parsePostLine } from './parse-post-line.ts'
import type { FilePost } from './parse-post-line.ts'
import type { BadLine } from './topic-lines.ts'

/** What came of some posts. */
export interface Matched {
  posts: number
  checksum: PairChecksum
  /** `post<TAB>topic` lines, where they are wanted. */
  pairs: string
  bad: BadLine[]
}

/** One thread's share of the work. */
export interface MatchLane {
  matchPosts: (chunk: LineChunk, wantsPairs: boolean) => Promise<Matched>
  /** Reads posts without matching them, for `matchKept`. */
  keepPosts: (chunk: LineChunk) => BadLine[]
  /** Matches what was kept, once more. */
  matchKept: () => Promise<Matched>
}

export function makeMatchLane(index: TopicIndex): MatchLane {
  const kept: FilePost[] = []

  const matchAll = async (posts: readonly FilePost[], wantsPairs: boolean, bad: BadLine[]): Promise<Matched> => {
    const checksum = emptyChecksum()
    let pairs = ''
    for (const post of posts) {
      const number = numberOfId(post.id)
      for (const topic of await findMatchingTopics(index, post, () => lazyLanguage(post).label())) {
        addPair(checksum, number, numberOfId(topic))
        if (wantsPairs) pairs += `${post.id}\t${topic}\n`
      }
    }
    return { posts: posts.length, checksum, pairs, bad }
  }

  return {
    async matchPosts(chunk, wantsPairs) {
      const { posts, bad } = readPosts(chunk)
      return matchAll(posts, wantsPairs, bad)
    },
    keepPosts(chunk) {
      const { posts, bad } = readPosts(chunk)
      for (const post of posts) kept.push(post)
      return bad
    },
    matchKept: () => matchAll(kept, false, []),
  }
}

function readPosts(chunk: LineChunk): { posts: FilePost[]; bad: BadLine[] } {
  const posts: FilePost[] = []
  const bad: BadLine[] = []
  for (const { line, number } of linesOf(chunk)) {
    const read = parsePostLine(line)
    if ('post' in read) posts.push(read.post)
    else bad.push({ number, problem: read.problem })
  }
  return { posts, bad }
}
