/*
 * `npm run bench reading -- PART`: quality and speed of the readers; quality and speed where no part is named.
 *   quality               on validation texts, beside the packages `sentiment` and `vader-sentiment`
 *   language              on validation texts, beside `eld`, with the speed of both
 *   speed                 posts per CPU second beside them and `eld`, time to load, memory
 *   challenge [READER…]   our own labelled posts, the open and the locked half
 *   copies                near-duplicates among tweets
 */
import { benchChallenge } from './parts/reading/challenge.ts'
import { measureCopies } from './parts/reading/measure-copies.ts'
import { measureLanguage } from './parts/reading/measure-language.ts'
import { measureQuality } from './parts/reading/measure-quality.ts'
import { measureSpeed } from './parts/reading/measure-speed.ts'

const parts: Record<string, (names: string[]) => void | Promise<void>> = {
  quality: measureQuality,
  language: measureLanguage,
  speed: measureSpeed,
  challenge: benchChallenge,
  copies: measureCopies,
}

const [name = '', ...names] = process.argv.slice(2)
const part = parts[name]
if (part) await part(names)
else if (name === '') {
  await measureQuality()
  await measureLanguage()
  await measureSpeed()
} else {
  console.error(`npm run bench reading -- PART, where PART is one of: ${Object.keys(parts).join(', ')}`)
  process.exitCode = 2
}
