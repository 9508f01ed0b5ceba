/*
 * `npm run bench reading -- PART`: quality and speed of the readers.
 *   challenge [READER…]   our own labelled posts, the open and the locked half
 *   copies                near-duplicates among tweets
 */
import { benchChallenge } from './parts/reading/challenge.ts'
import { measureCopies } from './parts/reading/measure-copies.ts'

const parts: Record<string, (names: string[]) => void | Promise<void>> = {
  challenge: benchChallenge,
  copies: measureCopies,
}

const [name = '', ...names] = process.argv.slice(2)
const part = parts[name]
if (part) await part(names)
else {
  console.error(`npm run bench reading -- PART, where PART is one of: ${Object.keys(parts).join(', ')}`)
  process.exitCode = 2
}
