import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { lazyLanguage } from '../../../server/listen/reading/language/read-language.ts'
import { readers, readPost } from '../../../server/listen/reading/read-post.ts'
import type { Reader } from '../../../server/listen/reading/reader.ts'
import { printGoals } from '../matching/goals.ts'
import { atShare, shown } from '../matching/measuring.ts'
import { labelledTexts } from './labelled-texts.ts'
import { openPackages } from './packages.ts'

const rounds = 5
const textsARound = 4_000

type Runner = (round: readonly string[]) => void | Promise<void>

function own(chosen: readonly Reader[]): Runner {
  return async (round) => {
    for (const text of round) await readPost(chosen, { text }, lazyLanguage({ text }).reading)
  }
}

function each(act: (text: string) => unknown): Runner {
  return (round) => {
    for (const text of round) act(text)
  }
}

/** Posts per CPU second: our readers in turns with the packages, each round over other tweets; medians. */
export async function measureSpeed(): Promise<void> {
  const { sentiment, vader } = openPackages()
  const { eld } = await import('eld/extrasmall')
  const texts = labelledTexts('tweeteval-sentiment', 'train').map(({ text }) => text)
  const runners: Record<string, Runner> = {
    'all our readers': own(readers),
    'our language and sentiment': own(readers.filter(({ name }) => name === 'sentiment')),
    'our language': own([]),
    sentiment: each(sentiment),
    'vader-sentiment': each(vader),
    eld: each((text) => eld.detect(text)),
  }
  const speeds = new Map(Object.keys(runners).map((name) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    const taken = texts.slice(round * textsARound, (round + 1) * textsARound)
    for (const [name, run] of Object.entries(runners)) {
      const before = process.cpuUsage()
      await run(taken)
      const { user, system } = process.cpuUsage(before)
      // The first round warms up.
      if (round > 0) speeds.get(name)!.push(taken.length / ((user + system) / 1e6))
    }
  }
  const medians = new Map([...speeds].map(([name, all]) => [name, atShare(all, 0.5)]))
  console.log('Posts per CPU second, and how many times as fast as vader-sentiment:')
  for (const [name, speed] of medians) {
    console.log(
      `  ${name.padEnd(28)} ${shown(speed).padStart(9)}  ${shown(speed / medians.get('vader-sentiment')!, 2).padStart(6)}`,
    )
  }
  const { load, memory } = measureLoad()
  console.log(`Loaded and the first post read in ${shown(load)} ms, ${shown(memory)} MB over an empty process`)
  printGoals([
    { what: 'all readers, posts per CPU second', sign: '≥', bound: 4_000, seen: medians.get('all our readers')! },
    { what: 'load, ms', sign: '≤', bound: 400, seen: load },
    { what: 'memory, MB', sign: '≤', bound: 120, seen: memory },
  ])
}

/** In processes of their own: CPU time until the first post is read, and what a thousand posts leave in memory. */
function measureLoad(): { load: number; memory: number } {
  const empty = runAlone('nothing')
  const readersLoaded = runAlone('readers')
  return { load: readersLoaded.milliseconds, memory: readersLoaded.megabytes - empty.megabytes }
}

function runAlone(what: string): { milliseconds: number; megabytes: number } {
  const file = join(import.meta.dirname, 'load-readers.ts')
  return JSON.parse(spawnSync(process.execPath, [file, what], { encoding: 'utf8' }).stdout)
}
