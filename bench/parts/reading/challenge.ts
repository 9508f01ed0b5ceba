import { lazyLanguage } from '../../../server/listen/reading/language/read-language.ts'
import { readPost, readers } from '../../../server/listen/reading/read-post.ts'
import type { Reader } from '../../../server/listen/reading/reader.ts'
import type { Readings } from '../../../server/model/reading.ts'
import { type ChallengePost, type Field, fields, kindOf } from '../../../train/challenge/challenge-post.ts'
import { agreementOf } from '../../../train/challenge/cohens-kappa.ts'
import { compareLabels } from '../../../train/challenge/compare-labels.ts'
import {
  type Half,
  halves,
  readFirstLabels,
  readHalf,
  readSecondLabels,
  readSet,
} from '../../../train/challenge/read-challenge.ts'
import { type Said, scoreEndings, scoreLabels } from '../../../train/challenge/score-labels.ts'

type Read = { post: ChallengePost; readings: Readings }

const languages = ['en', 'de', 'fr', 'es', 'pt', 'ar']
const hardTags = [
  'unspoken',
  'sarcasm',
  'question-complaint',
  'problem-words',
  'emoji',
  'slang',
  'typo',
  'polite',
  'later',
]

/**
 * `npm run bench reading -- challenge`: what the readers make of the challenge set. Prints figures, never its texts. With names
 * behind it only these readers are asked, after the language.
 */
export async function benchChallenge(names: readonly string[] = []): Promise<void> {
  const chosen = names.length === 0 ? readers : readers.filter(({ name }) => names.includes(name))
  for (const half of halves) await printHalf(half, chosen)
  printAgreement()
}

async function printHalf(half: Half, chosen: readonly Reader[]): Promise<void> {
  const read: Read[] = []
  for (const post of readHalf(half)) {
    const text = { text: post.text }
    read.push({ post, readings: await readPost(chosen, text, lazyLanguage(text).reading) })
  }
  console.log(`\nChallenge set, ${half} half: ${read.length} texts. Macro F1 in %, unknown is a miss.`)
  console.log(columns(['field', 'texts', 'macro F1', 'accuracy', 'unknown', ...languages]))
  const reviews = read.filter(({ post }) => kindOf(post) === 'review')
  const others = read.filter(({ post }) => kindOf(post) !== 'review')
  for (const field of fields) printField(others, field)
  printField(reviews, 'feedback', 'feedback, reviews')
  printLanguage(read)
  printEndings(read)
  printTags(read)
}

function printField(read: Read[], field: Field, name: string = field): void {
  const { count, macroF1, accuracy, abstained } = scoreLabels(saidOf(read, field))
  const byLanguage = languages.map((language) => scoreLabels(saidOf(inLanguage(read, language), field)).macroF1)
  console.log(columns([name, String(count), ...[macroF1, accuracy, abstained, ...byLanguage].map(percent)]))
}

function printLanguage(read: Read[]): void {
  const long = read.filter(({ post }) => (post.text.match(/\p{L}/gu)?.length ?? 0) >= 12)
  const said = long.map(({ post, readings }) => ({
    held: post.language,
    said: readings['language']?.label ?? 'unknown',
  }))
  const { accuracy, abstained, count } = scoreLabels(said)
  console.log(
    `language, ${count} texts of twelve letters and more: ${percent(accuracy)} right, ${percent(abstained)} unknown`,
  )
}

function printEndings(read: Read[]): void {
  const { thanksSaid, thanksRight, thanksHeld, failing, failingTakenForThanks } = scoreEndings(saidOf(read, 'closing'))
  console.log(`thanks: precision ${share(thanksRight, thanksSaid)}, found ${share(thanksRight, thanksHeld)}`)
  console.log(`still failing taken for thanks: ${share(failingTakenForThanks, failing)}`)
}

function printTags(read: Read[]): void {
  console.log('right by tag, in %, of sentiment, intent and closing:')
  for (const tag of hardTags) {
    const tagged = read.filter(({ post }) => post.tags.includes(tag))
    const right = (['sentiment', 'intent', 'closing'] as const).map((field) => scoreLabels(saidOf(tagged, field)))
    console.log(columns([`  ${tag}`, String(tagged.length), ...right.map(({ accuracy }) => percent(accuracy))]))
  }
}

function printAgreement(): void {
  console.log(
    '\nAgreement of the two labellings, both by a language model and so an upper bound (train/challenge/README.md):',
  )
  console.log(columns(['field', 'texts', 'agreed', 'kappa']))
  const pairs = compareLabels(readFirstLabels(), readSecondLabels(), readSet())
  for (const field of fields) {
    const ofField = pairs.filter((pair) => pair.field === field)
    const { count, share: agreed, kappa } = agreementOf(ofField.map(({ first, second }) => [first, second]))
    console.log(columns([field, String(count), percent(agreed), kappa.toFixed(2)]))
  }
}

/** Of the posts that carry the field; nothing where its reader was not asked. */
function saidOf(read: Read[], field: Field): Said[] {
  return read.flatMap(({ post, readings }) => {
    const [held, reading] = [post[field], readings[field]]
    return held === undefined || reading === undefined ? [] : [{ held, said: reading.label }]
  })
}

function inLanguage(read: Read[], language: string): Read[] {
  return read.filter(({ post }) => post.language === language)
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${percent(part / whole)} %)`
}

function percent(value: number): string {
  return Number.isNaN(value) ? '–' : (100 * value).toFixed(1)
}

function columns([first = '', ...others]: string[]): string {
  return `${first.padEnd(20)}${others.map((cell) => cell.padStart(9)).join('')}`
}
