import { tokenize } from '../../lib/tokenize.ts'
import type { Hit, HitPart } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'

/** A term by which a post could be left out: a word, or two words next to each other. */
export interface Term {
  words: string[]
  query: Query
}

const most = 400

/**
 * The words of a post that are no hits, and its pairs of neighbours of which one is none: what makes this post different
 * from those that are wanted, perhaps. By their words joined with a blank.
 */
export function candidateTerms(
  post: { title: string | null; text: string },
  hits: readonly Hit[],
  isOwn: (word: string) => boolean,
): Map<string, Term> {
  const terms = new Map<string, Term>()
  const parts: [HitPart, string][] = [
    ['title', post.title ?? ''],
    ['text', post.text],
  ]
  for (const [part, text] of parts) {
    const { words, starts, ends } = tokenize(text)
    const isHit = (at: number): boolean =>
      isOwn(words[at]!) || hits.some((hit) => hit.part === part && hit.start < ends[at]! && hit.end > starts[at]!)
    for (let at = 0; at < words.length && terms.size < most; at++) {
      if (!isHit(at) && isWordy(words[at]!)) addTerm(terms, [words[at]!])
      const isPair = at > 0 && !(isHit(at) && isHit(at - 1))
      if (isPair && isWordy(words[at]!) && isWordy(words[at - 1]!)) addTerm(terms, [words[at - 1]!, words[at]!])
    }
  }
  return terms
}

/** The terms among `terms` that a list of words in their order holds, each once. */
export function termsIn(terms: ReadonlyMap<string, Term>, parts: readonly (readonly string[])[]): Set<string> {
  const held = new Set<string>()
  for (const words of parts) {
    for (const [at, word] of words.entries()) {
      if (terms.has(word)) held.add(word)
      const pair = at > 0 ? `${words[at - 1]!} ${word}` : ''
      if (at > 0 && terms.has(pair)) held.add(pair)
    }
  }
  return held
}

function addTerm(terms: Map<string, Term>, words: string[]): void {
  const [word = ''] = words
  terms.set(words.join(' '), { words, query: words.length === 1 ? { kind: 'word', word } : { kind: 'phrase', words } })
}

/** A single letter or figure leaves out too much that has nothing to do with the post. */
function isWordy(word: string): boolean {
  return word.length > 1 && /[\p{L}\p{Extended_Pictographic}]/u.test(word)
}
