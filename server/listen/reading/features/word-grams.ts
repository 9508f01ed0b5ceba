import type { CutPost } from '../cut-post.ts'
import { hashOf, joinedHash } from './hash.ts'

/** Takes the hash of a feature and the words it stands for; a shape feature stands for none. */
export type TakeGram = (hash: number, fromWord: number, toWord: number) => void

const negatedMark = hashOf('\u0001not')
const tagMark = hashOf('\u0001tag')
const isTag = 4

/** By word of the cut: its hash, and whether a negation reaches it. */
export interface MarkedWords {
  hashes: ArrayLike<number>
  negated: Uint8Array
}

/** Words by one, by two and by three, words that a negation reaches, and tags once more as tags. */
export function takeWordGrams(cut: CutPost, { hashes, negated }: MarkedWords, take: TakeGram): void {
  let before = 0
  let pair = 0
  for (let place = 0; place < hashes.length; place++) {
    const hash = hashes[place]!
    take(hash, place, place + 1)
    if (negated[place]) take(joinedHash(negatedMark, hash), place, place + 1)
    if (cut.flags[place]! & isTag) take(joinedHash(tagMark, hash), place, place + 1)
    const nextPair = before === 0 ? 0 : joinedHash(before, hash)
    if (nextPair !== 0) take(nextPair, place - 1, place + 1)
    if (pair !== 0) take(joinedHash(pair, hash), place - 2, place + 1)
    before = hash
    pair = nextPair
  }
}
