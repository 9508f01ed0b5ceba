import { readLanguage } from '../../../server/listen/reading/language/read-language.ts'
import type { LanguageRow } from '../../../train/language/language-row.ts'
import { readLanguageRows } from '../../../train/language/language-row.ts'
import type { LanguageScores } from '../../../train/language/score-language.ts'
import { percent, scoreLanguage } from '../../../train/language/score-language.ts'
import type { Reading } from '../../../server/model/reading.ts'
import { inShared, sharedDir } from '../../../tests/shared-dir.ts'
import { printGoals } from '../matching/goals.ts'
import { atShare, shown } from '../matching/measuring.ts'

const rounds = 5
const kinds = ['tweet', 'sentence', 'pair', 'word'] as const

const ours = (text: string) => readLanguage({ text })

/** Languages of validation texts and posts per CPU second, beside `eld` in its smallest form, in turns. */
export async function measureLanguage(): Promise<void> {
  if (!sharedDir) throw new Error('The data is not here. Set SHARED_DIR to the folder that holds data/.')
  const { eld } = await import('eld/extrasmall')
  const rows = readLanguageRows(inShared('data'), 'val')
  const theirs = (text: string): Reading => ({
    label: eld.detect(text).language,
    confidence: 1,
    evidence: [],
    reader: 'eld',
  })
  const scores = { ours: scoreLanguage(ours, rows), eld: scoreLanguage(theirs, rows) }
  for (const kind of kinds) {
    const { texts, unknown } = scores.ours.large[kind]
    const shares = `${percent(scores.ours.large[kind])} %, of eld ${percent(scores.eld.large[kind])} %`
    console.log(`language, ${kind}s of large languages (${texts}): right ${shares}; ${unknown} not told`)
  }
  console.log(
    `in all ${Object.keys(scores.ours.languages).length} languages: ${kinds.map((kind) => `${kind}s ${percent(scores.ours.all[kind])} %`).join(', ')}`,
  )
  console.log(`calibration error of language ${scores.ours.calibrationError.toFixed(3)}`)
  const speeds = measureInTurns(rows, [ours, theirs])
  console.log(`posts per CPU second: ${shown(speeds[0]!)}, eld ${shown(speeds[1]!)}`)
  printGoals(goalsOf(scores.ours, speeds[0]!))
}

function goalsOf({ large }: LanguageScores, speed: number) {
  return [
    { what: 'language, tweets of seven languages, %', sign: '≥' as const, bound: 98, seen: percent(large.tweet) },
    { what: 'language, two-word texts of 16 languages, %', sign: '≥' as const, bound: 86, seen: percent(large.pair) },
    { what: 'language, sentences of 16 languages, %', sign: '≥' as const, bound: 99.3, seen: percent(large.sentence) },
    { what: 'language alone, posts per CPU second', sign: '≥' as const, bound: 15_000, seen: speed },
  ]
}

/** Medians over rounds of tweets, the readers in turns. */
function measureInTurns(rows: readonly LanguageRow[], reads: readonly ((text: string) => unknown)[]): number[] {
  const tweets = rows.filter(({ kind }) => kind === 'tweet').map(({ text }) => text)
  const speeds = reads.map(() => [] as number[])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [who, read] of reads.entries()) {
      const before = process.cpuUsage()
      for (const tweet of tweets) read(tweet)
      const { user, system } = process.cpuUsage(before)
      // The first round warms up.
      if (round > 0) speeds[who]!.push(tweets.length / ((user + system) / 1e6))
    }
  }
  return speeds.map((all) => atShare(all, 0.5))
}
