import { join } from 'node:path'
import * as z from 'zod'
import { readJsonLines } from '../rows/read-json-lines.ts'

/** A text whose language is known. `kind` is what it is scored as. */
export interface LanguageRow {
  text: string
  language: string
  kind: 'sentence' | 'pair' | 'word' | 'tweet'
}

const linguaRow = z.object({ text: z.string(), lang: z.string(), kind: z.enum(['sentence', 'pair', 'word']) })
const tweetRow = z.object({ text: z.string(), lang: z.string() })

/**
 * Sentences, word pairs and words in 75 languages (lid-lingua), and tweets in seven (xlmt-sentiment). The Hindi of the
 * tweets is left out: it is in Latin letters and half English.
 */
export function readLanguageRows(data: string, part: 'train' | 'val'): LanguageRow[] {
  const lingua = readJsonLines(join(data, 'lid-lingua', `${part}.jsonl.gz`), linguaRow)
  const tweets = readJsonLines(join(data, 'xlmt-sentiment', `${part}.jsonl.gz`), tweetRow)
  return [
    ...lingua.map(({ text, lang, kind }) => ({ text, language: toldAs(lang), kind })),
    ...tweets
      .filter(({ lang }) => lang !== 'hi')
      .map(({ text, lang }) => ({ text, language: lang, kind: 'tweet' as const })),
  ]
}

const englishSets = ['goemotions', 'tweeteval-sentiment', 'tweeteval-offensive']
const ofEach = 1_500

/** English as it is posted, spread evenly over three sets: short, careless, full of names. */
export function readEnglishPosts(data: string): LanguageRow[] {
  return englishSets.flatMap((set) => {
    const rows = readJsonLines(join(data, set, 'train.jsonl.gz'), z.object({ text: z.string() }))
    const every = Math.max(1, Math.floor(rows.length / ofEach))
    const chosen = rows.filter((_, i) => i % every === 0).slice(0, ofEach)
    return chosen.map(({ text }) => ({ text, language: 'en', kind: 'tweet' as const }))
  })
}

/** Both written forms of Norwegian are one label, as with most sources of posts. */
function toldAs(language: string): string {
  return language === 'nb' || language === 'nn' ? 'no' : language
}

/** A text as it is typed without the marks above and below letters, or `undefined` where it has none. */
export function withoutMarks(text: string): string | undefined {
  const plain = text
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll(/[ıßøłđæœ]/gu, (letter) => typed[letter] ?? letter)
  return plain === text.normalize('NFC') ? undefined : plain
}

const typed: Record<string, string> = { ı: 'i', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' }
