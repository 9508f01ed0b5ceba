import { lazyLanguage } from '../../../server/listen/reading/language/read-language.ts'
import { readers, readPost } from '../../../server/listen/reading/read-post.ts'
import type { Reading } from '../../../server/model/reading.ts'
import { calibrationError, scoreLabels } from '../../../train/heads/score-labels.ts'
import type { LabelScores, Told } from '../../../train/heads/score-labels.ts'
import { printGoals } from '../matching/goals.ts'
import type { Goal } from '../matching/goals.ts'
import type { Labelled } from './labelled-texts.ts'
import { labelledTexts } from './labelled-texts.ts'
import { openPackages } from './packages.ts'

const moods = ['negative', 'neutral', 'positive']
const languages = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'pt']

/** What the readers, asked as the product asks them, make of validation texts; beside them what the packages make of them. */
export async function measureQuality(): Promise<void> {
  const goals: Goal[] = [...(await measureSentiment()), ...(await measureOthers()), ...(await measureLanguages())]
  printGoals(goals)
}

async function measureSentiment(): Promise<Goal[]> {
  const { sentiment, vader } = openPackages()
  const goals: Goal[] = []
  const sets = [
    { set: 'tweeteval-sentiment', part: 'val', goal: 65.5 },
    { set: 'airline', part: 'train', goal: 71 },
    { set: 'goemotions', part: 'val', goal: 66 },
  ] as const
  for (const { set, part, goal } of sets) {
    const texts = labelledTexts(set, part)
    const told = await ask(texts, 'sentiment', moods)
    const ours = scoreLabels(told, moods.length)
    const others = [sentiment, vader].map((judge) => scoreLabels(judged(texts, judge), moods.length).macroRecall)
    const error = calibrationError(told)
    console.log(
      `${row(`sentiment, ${set}`, ours)}, calibration error ${error.toFixed(3)}, unknown ${unknownOf(told)} %`,
    )
    console.log(`  macro recall of sentiment ${percent(others[0]!)}, of vader-sentiment ${percent(others[1]!)}`)
    goals.push({ what: `sentiment, ${set}, macro recall`, sign: '≥', bound: goal, seen: ours.macroRecall * 100 })
    if (set === 'tweeteval-sentiment') {
      goals.push({ what: 'calibration error of sentiment', sign: '≤', bound: 0.06, seen: error })
    }
  }
  return goals
}

async function measureOthers(): Promise<Goal[]> {
  const emotion = scoreLabels(
    await ask(labelledTexts('tweeteval-emotion', 'val'), 'emotion', feelings),
    feelings.length,
  )
  const offensive = scoreLabels(
    await ask(labelledTexts('tweeteval-offensive', 'val'), 'offensive', ['not_offensive', 'offensive']),
    2,
  )
  const irony = scoreLabels(await ask(labelledTexts('tweeteval-irony', 'val'), 'irony', ['not_irony', 'irony']), 2)
  const spam = scoreLabels(await ask(labelledTexts('sms-spam', 'val'), 'spam', ['ham', 'spam']), 2)
  console.log(row('emotion', emotion))
  console.log(row('offensive', offensive))
  console.log(row('irony', irony))
  console.log(row('spam', spam))
  return [
    { what: 'emotion, macro F1', sign: '≥', bound: 73, seen: emotion.macroF1 * 100 },
    { what: 'offensive, macro F1', sign: '≥', bound: 76, seen: offensive.macroF1 * 100 },
    { what: 'irony, F1 of irony', sign: '≥', bound: 66, seen: irony.f1[1]! * 100 },
  ]
}

const feelings = ['anger', 'joy', 'optimism', 'sadness']

async function measureLanguages(): Promise<Goal[]> {
  const texts = labelledTexts('xlmt-sentiment', 'val')
  let sum = 0
  for (const language of languages) {
    const scores = scoreLabels(
      await ask(
        texts.filter(({ lang }) => lang === language),
        'sentiment',
        moods,
      ),
      moods.length,
    )
    sum += scores.macroF1
    console.log(row(`sentiment, ${language}`, scores))
  }
  return [
    {
      what: 'sentiment, eight languages, mean macro F1',
      sign: '≥',
      bound: 57,
      seen: (sum / languages.length) * 100,
    },
  ]
}

/** An answer of `unknown` counts as a miss. */
async function ask(texts: readonly Labelled[], name: string, labels: readonly string[]): Promise<Told[]> {
  const told: Told[] = []
  for (const { text, label } of texts) {
    const reading: Reading | undefined = (await readPost(readers, { text }, lazyLanguage({ text }).reading))[name]
    const said = labels.indexOf(reading?.label ?? '')
    told.push({ label: labels.indexOf(label), said, confidence: reading?.confidence ?? 0 })
  }
  return told
}

function judged(texts: readonly Labelled[], judge: (text: string) => string): Told[] {
  return texts.map(({ text, label }) => ({
    label: moods.indexOf(label),
    said: moods.indexOf(judge(text)),
    confidence: 1,
  }))
}

function row(name: string, { count, macroRecall, macroF1, accuracy, f1 }: LabelScores): string {
  return `${name} (${count}): macro recall ${percent(macroRecall)}, macro F1 ${percent(macroF1)} (${f1.map(percent).join(' ')}), accuracy ${percent(accuracy)}`
}

function unknownOf(told: readonly Told[]): string {
  return percent(told.filter(({ said }) => said < 0).length / told.length)
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
