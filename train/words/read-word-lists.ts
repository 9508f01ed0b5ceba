import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { withEmoji } from './own-words.ts'
import type { WordList } from './word-list.ts'

const require = createRequire(import.meta.url)

/**
 * The words of VADER (Hutto and Gilbert 2014, MIT) and of AFINN (Nielsen 2011, MIT in the package that carries it), each
 * with our own emoji. Both lie in packages of the lock file of `train/`.
 */
export function readWordLists(): [vader: WordList, afinn: WordList] {
  const vaderFile = join(dirname(require.resolve('vader-sentiment/package.json')), 'vader_lexicon.txt')
  const vader = readFileSync(vaderFile, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => fields.length > 1)
    .map(([word, weight]): [string, number] => [word!.replace(/:$/, ''), Number(weight)])
  const afinn = z.record(z.string(), z.number()).parse(require('sentiment/languages/en/labels.json'))
  return [wordList(vader), wordList(Object.entries(afinn))]
}

function wordList(entries: readonly (readonly [string, number])[]): WordList {
  const list = new Map<string, number>()
  for (const [text, weight] of entries) {
    const [word, ...more] = cutPost({ text }).words
    if (word !== undefined && more.length === 0 && !list.has(word)) list.set(word, weight)
  }
  return withEmoji(list)
}
