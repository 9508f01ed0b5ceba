import type { CutPost } from '../cut-post.ts'
import { wordFlag } from '../word-flag.ts'
import { hashOf } from './hash.ts'

const named = (name: string) => hashOf(`\u0002${name}`)

const lengths = [2, 4, 7, 11, 16, 22, 30, 45]
const lengthHashes = Array.from({ length: lengths.length + 1 }, (_, band) => named(`length ${band}`))

/** What is counted: the bits of a word, and the hash for one of it, for two or three, for more. */
const counted = Object.entries(wordFlag)
  .filter(([name]) => name !== 'newPart')
  .map(([name, bit]) => ({ bit, hashes: [named(`${name} 1`), named(`${name} 2`), named(`${name} 4`)] }))

/** What the last word is. */
const endings = ['mark', 'emoji', 'emoticon', 'link', 'hashtag', 'mention'] as const
const endingHashes = endings.map((name) => ({ bit: wordFlag[name], hash: named(`ends ${name}`) }))

const startsMention = named('starts mention')
const bands = [1, 2, 4]

/** Features of how a post looks: its length, its capitals, marks, tags, and how it ends. At most some twenty. */
export function shapeHashes({ flags }: CutPost): number[] {
  const found = [lengthHashes[bandOf(lengths, flags.length)]!]
  for (const { bit, hashes } of counted) {
    let count = 0
    for (const bits of flags) if (bits & bit) count++
    if (count > 0) found.push(hashes[bandOf(bands, count) - 1]!)
  }
  const last = flags.at(-1) ?? 0
  for (const { bit, hash } of endingHashes) if (last & bit) found.push(hash)
  if ((flags[0] ?? 0) & wordFlag.mention) found.push(startsMention)
  return found
}

function bandOf(limits: readonly number[], value: number): number {
  let band = 0
  while (band < limits.length && value >= limits[band]!) band++
  return band
}
