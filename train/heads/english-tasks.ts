import { join } from 'node:path'
import * as z from 'zod'
import { readJsonLines } from '../rows/read-json-lines.ts'
import type { Example, HeadTask } from './head-task.ts'

const labelled = z.object({ text: z.string(), label: z.string() })
const emotions = z.object({ text: z.string(), labels: z.array(z.string()), group: z.array(z.string()) })

type Part = 'train' | 'val'

/** The heads that read English, each with what it learns from. */
export function englishTasks(data: string): HeadTask[] {
  return [sentiment(data), emotion(data), offensive(data), irony(data), spam(data)]
}

const moods = ['negative', 'neutral', 'positive']

function sentiment(data: string): HeadTask {
  const tweets = (part: Part) => read(data, { set: 'tweeteval-sentiment', part, labels: moods })
  return {
    name: 'sentiment',
    labels: moods,
    sources: [
      { name: 'tweeteval-sentiment', weight: 1 },
      { name: 'goemotions', weight: 1 },
    ],
    examples: [...tweets('train'), ...comments(data, 'train', moodOf)],
    validations: [
      { name: 'tweeteval-sentiment', examples: tweets('val') },
      { name: 'airline', examples: read(data, { set: 'airline', part: 'train', labels: moods }) },
      { name: 'goemotions', examples: comments(data, 'val', moodOf) },
    ],
    freedom: { sparse: 1.5, dense: 1 },
    kept: 90_000,
    leastCount: 4,
    balance: 0.5,
    // What customers write counts most.
    decideOn: { sets: ['tweeteval-sentiment', 'airline', 'airline', 'airline', 'goemotions'], by: 'macroRecall' },
  }
}

const feelings = ['anger', 'joy', 'optimism', 'sadness']
const feelingOf: Record<string, string> = {
  anger: 'anger',
  annoyance: 'anger',
  disgust: 'anger',
  joy: 'joy',
  amusement: 'joy',
  excitement: 'joy',
  love: 'joy',
  optimism: 'optimism',
  sadness: 'sadness',
  grief: 'sadness',
  disappointment: 'sadness',
  remorse: 'sadness',
}

function emotion(data: string): HeadTask {
  const tweets = (part: Part) => read(data, { set: 'tweeteval-emotion', part, labels: feelings })
  return {
    name: 'emotion',
    labels: feelings,
    sources: [
      { name: 'tweeteval-emotion', weight: 1 },
      { name: 'goemotions', weight: 0.25 },
    ],
    examples: [...tweets('train'), ...comments(data, 'train', feelingsOf)],
    validations: [{ name: 'tweeteval-emotion', examples: tweets('val') }],
    freedom: { sparse: 1.5, dense: 0.1 },
    kept: 35_000,
    leastCount: 3,
    balance: 0.5,
  }
}

function offensive(data: string): HeadTask {
  const labels = ['not_offensive', 'offensive']
  const tweets = (part: Part) => read(data, { set: 'tweeteval-offensive', part, labels })
  return {
    name: 'offensive',
    labels,
    sources: [{ name: 'tweeteval-offensive', weight: 1 }],
    examples: tweets('train'),
    validations: [{ name: 'tweeteval-offensive', examples: tweets('val') }],
    freedom: { sparse: 1.5, dense: 0.1 },
    kept: 25_000,
    leastCount: 3,
    balance: 0.8,
  }
}

function irony(data: string): HeadTask {
  const labels = ['not_irony', 'irony']
  const tweets = (part: Part) => read(data, { set: 'tweeteval-irony', part, labels })
  return {
    name: 'irony',
    labels,
    sources: [{ name: 'tweeteval-irony', weight: 1 }],
    examples: tweets('train'),
    validations: [{ name: 'tweeteval-irony', examples: tweets('val') }],
    freedom: { sparse: 1.5, dense: 0.05 },
    kept: 15_000,
    leastCount: 2,
    balance: 0.5,
  }
}

/** Tweets and comments stand beside the messages, as what is no spam, or every short post would look like one. */
function spam(data: string): HeadTask {
  const labels = ['ham', 'spam']
  const messages = (part: Part) => read(data, { set: 'sms-spam', part, labels })
  const posts = (part: Part) =>
    [
      ...read(data, { set: 'tweeteval-sentiment', part, labels: moods }),
      ...comments(data, part, moodOf),
      ...questions(data, part),
    ]
      .filter((_, place) => place % 8 === 0)
      .map(({ text }) => ({ text, label: 0, source: 0 }))
  return {
    name: 'spam',
    labels,
    sources: [{ name: 'sms-spam', weight: 1 }],
    examples: [...messages('train'), ...posts('train')],
    validations: [
      { name: 'sms-spam', examples: messages('val') },
      { name: 'posts that are no spam', examples: posts('val') },
    ],
    freedom: { sparse: 1, dense: 0.01 },
    kept: 8_000,
    leastCount: 2,
    balance: 0.5,
  }
}

function read(data: string, { set, part, labels }: { set: string; part: Part; labels: readonly string[] }): Example[] {
  return readJsonLines(join(data, set, `${part}.jsonl.gz`), labelled).map(({ text, label }) => ({
    text,
    label: labels.indexOf(label),
    source: 0,
  }))
}

function questions(data: string, part: Part): Example[] {
  return ['banking77', 'clinc150'].flatMap((set) =>
    readJsonLines(join(data, set, `${part}.jsonl.gz`), labelled).map(({ text }) => ({ text, label: 0, source: 0 })),
  )
}

type Labelling = (row: z.infer<typeof emotions>) => number

const moodOf: Labelling = ({ group }) => (group.length === 1 ? moods.indexOf(group[0]!) : -1)

const feelingsOf: Labelling = ({ labels }) => {
  const found = new Set(labels.map((label) => feelingOf[label]))
  const [only] = found
  return found.size === 1 && only !== undefined ? feelings.indexOf(only) : -1
}

/** GoEmotions; a comment that does not say one thing alone stays out. */
function comments(data: string, part: Part, labelOf: Labelling): Example[] {
  return readJsonLines(join(data, 'goemotions', `${part}.jsonl.gz`), emotions)
    .map((row) => ({ text: row.text, label: labelOf(row), source: 1 }))
    .filter(({ label }) => label >= 0)
}
