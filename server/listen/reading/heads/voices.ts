import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CutPost } from '../cut-post.ts'
import type { Net } from '../net/open-net.ts'
import { openNet } from '../net/open-net.ts'
import type { Head } from './head-details.ts'
import type { HeadSet } from './load-heads.ts'
import { loadHeads } from './load-heads.ts'
import { learnedShares } from './read-head.ts'
import type { Scores } from './score-post.ts'
import { scorePost } from './score-post.ts'

/** What a head is read from: n-grams, word lists and vectors, and for some heads a small net beside them. */
export interface Voices {
  set: HeadSet
  net?: Net
  /** Heads that the net speaks for as well. */
  shared: ReadonlySet<string>
  scores: WeakMap<CutPost, Scores>
  units: WeakMap<CutPost, Float32Array>
}

/** What the voices say of one head: a probability a label. */
export interface Said {
  head: Head
  scores: Scores
  shares: ArrayLike<number>
}

const weightsFolder = join(import.meta.dirname, '../weights')

/** Opens the voices of English, or of the other languages. Throws `WeightsRefused` with a sentence. */
export function openVoices(name: 'english' | 'languages', folder = weightsFolder): Voices {
  const net =
    name === 'english' && existsSync(join(folder, 'net.weights')) ? openNet(join(folder, 'net.weights')) : undefined
  return {
    set: loadHeads(name, folder),
    ...(net && { net }),
    shared: new Set(['sentiment', 'emotion']),
    scores: new WeakMap(),
    units: new WeakMap(),
  }
}

/** The features of a post are summed once, whoever asks first. Of two voices the mean counts. */
export function askVoices(voices: Voices, cut: CutPost, name: string): Said {
  const head = voices.set.heads.get(name)
  if (!head) throw new RangeError(`There is no head “${name}” among ${[...voices.set.heads.keys()].join(', ')}.`)
  let scores = voices.scores.get(cut)
  if (!scores) voices.scores.set(cut, (scores = scorePost(voices.set, cut)))
  const shares = learnedShares(scores, head)
  const second = voices.shared.has(name) ? askNet(voices, cut, name) : undefined
  return { head, scores, shares: second ? shares.map((share, label) => (share + second[label]!) / 2) : shares }
}

function askNet({ net, units }: Voices, cut: CutPost, name: string): Float32Array | undefined {
  if (!net) return undefined
  let found = units.get(cut)
  if (!found) {
    found = net.look(cut.words)
    if (!found) return undefined
    units.set(cut, found)
  }
  return net.head(name).probabilities(found)
}
