import { askNet } from './ask-net.ts'
import type { Example } from './example.ts'
import { wordPlaces } from './example.ts'
import type { CutRow } from './gather-lessons.ts'
import { scoresOf, softmax } from './head-slopes.ts'
import type { NetModel } from './net-model.ts'
import type { NetSource } from './net-sources.ts'
import type { Lesson } from './train-net.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a teacher says weighs less than what people said. */
const weight = 0.5

/**
 * Lessons from a net to its successor: what it makes of the posts that other sources are of, so that each head hears of
 * more kinds of posts than people have labelled for it (after Xie and others, Noisy Student, 2020).
 */
export function taughtLessons(
  teacher: NetModel,
  sources: readonly NetSource[],
  { rows, vocabulary }: { rows: readonly (readonly CutRow[])[]; vocabulary: Vocabulary },
): Lesson[] {
  const lessons = sources.map(({ hears }, head) => ({ head, times: 1, examples: [] as Example[], hears }))
  for (const [from, source] of sources.entries()) {
    if (!source.isHeard) continue
    const posts = rows[from]!.map(({ words }) => wordPlaces(words, vocabulary))
    askNet(teacher, posts, (units, post) => {
      for (const { head, examples, hears } of lessons) {
        if (head === from || !isChosen(post, hears)) continue
        const target = softmax(scoresOf(teacher.heads[head]!, units)).map((share) => share * weight)
        examples.push({ words: posts[post]!, target })
      }
    })
  }
  return lessons.filter(({ examples }) => examples.length > 0)
}

/** A share of all posts, evenly spread. */
function isChosen(post: number, share: number): boolean {
  return Math.floor((post + 1) * share) > Math.floor(post * share)
}
