import { join } from 'node:path'
import * as z from 'zod'
import { readJsonLines } from '../rows/read-json-lines.ts'
import type { Training } from '../training.ts'
import { wordBlocks } from '../words/known-words.ts'
import { ownWords, withEmoji } from '../words/own-words.ts'
import type { Example, HeadTask } from './head-task.ts'
import { trainFile } from './train-file.ts'

const row = z.object({ text: z.string(), label: z.string(), lang: z.string() })
const labels = ['negative', 'neutral', 'positive']
const languages = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'pt']

/** Trains the sentiment of eight languages: one head over shared features, a bias a language. */
export function trainLanguages(training: Training): void {
  const task = languagesTask(training.data)
  const texts = task.examples.map(({ text }) => text)
  const none = { words: [], vectors: new Int8Array(), step: 1 }
  trainFile({
    ...training,
    name: 'languages',
    tasks: [task],
    words: wordBlocks([ownWords(texts), withEmoji(new Map())], none),
  })
}

export function languagesTask(data: string): HeadTask {
  const read = (part: 'train' | 'val'): Example[] =>
    readJsonLines(join(data, 'xlmt-sentiment', `${part}.jsonl.gz`), row).map(({ text, label, lang }) => ({
      text,
      label: labels.indexOf(label),
      source: languages.indexOf(lang),
      language: lang,
    }))
  const validation = read('val')
  return {
    name: 'sentiment',
    labels,
    sources: languages.map((name) => ({ name, weight: 1 })),
    readAs: languages.map((language, source) => ({ name: `sentiment ${language}`, source })),
    examples: read('train'),
    validations: languages.map((language) => ({
      name: language,
      readAs: `sentiment ${language}`,
      examples: validation.filter((example) => example.language === language),
    })),
    freedom: { sparse: 3, dense: 1 },
    kept: 110_000,
    leastCount: 2,
    balance: 0.5,
  }
}
