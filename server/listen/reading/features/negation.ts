import type { CutPost } from '../cut-post.ts'
import { wordFlag } from '../word-flag.ts'

const negators = new Set(
  `not no never none nobody nothing neither nor nowhere without cannot cant dont doesnt didnt isnt wasnt arent werent wont
  wouldnt couldnt shouldnt hasnt havent hadnt aint hardly barely rarely lack lacks lacking`.split(/\s+/),
)

/** What a negation reaches, in words. */
const reach = 4

export function isNegator(word: string): boolean {
  return negators.has(word) || word.endsWith("n't")
}

/** For each word 1 where a negation reaches it: four words far, and not over a pause, a mark or a “but”. */
export function negatedWords({ words, flags }: CutPost): Uint8Array {
  const negated = new Uint8Array(words.length)
  let left = 0
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!
    if (flags[place]! & (wordFlag.afterPause | wordFlag.mark | wordFlag.newPart) || word === 'but') left = 0
    if (isNegator(word)) left = reach
    else if (left > 0) {
      negated[place] = 1
      left--
    }
  }
  return negated
}
