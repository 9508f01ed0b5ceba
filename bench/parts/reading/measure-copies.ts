import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import {
  makeCopyWindow,
  windowSize,
  type CopyWindow,
} from '../../../server/listen/reading/near-duplicates/copy-window.ts'
import { foldText } from '../../../server/listen/reading/near-duplicates/fold-text.ts'
import { signText } from '../../../server/listen/reading/near-duplicates/sign-text.ts'
import { inShared } from '../../../tests/shared-dir.ts'
import { copyChanges, drawFrom } from './copy-changes.ts'

const copied = 6_000
/** Below this share of common shingles two posts are not taken for copies, however they were found. */
const alikeFrom = 0.3

/** `npm run bench reading -- copies`: near-duplicates among tweets. Prints figures; the goal is 98 %, the aim 99 %. */
export function measureCopies(): void {
  const posts = readPosts()
  console.log(`Near-duplicates: ${posts.length} tweets, ${copied} of them copied with each of seven changes\n`)
  measureFound(posts)
  measureFalse(posts)
  measureSpeed(posts)
}

function readPosts(): string[] {
  const file = inShared('data/tweeteval-sentiment/train.jsonl.gz')
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  return lines.map((line) => String(JSON.parse(line).text)).filter((text) => signText(text) !== undefined)
}

function measureFound(posts: readonly string[]): void {
  const window = fill(posts)
  const draw = drawFrom(7)
  const before = window.compared()
  let [all, allFound] = [0, 0]
  for (const [name, change] of Object.entries(copyChanges)) {
    let found = 0
    for (let copy = 0; copy < copied; copy++) {
      const source = copy * Math.floor(posts.length / copied)
      const signature = signText(change(posts[source]!, draw))
      const alike = signature && window.find(signature)
      if (alike && isSame(posts[numberOf(alike.id)]!, posts[source]!)) found++
    }
    all += copied
    allFound += found
    console.log(`  ${name.padEnd(18)} found ${percent(found / copied)}`)
  }
  console.log(`  ${'all seven'.padEnd(18)} found ${percent(allFound / all)} (must 98, aim 99)`)
  console.log(`  candidates a query ${((window.compared() - before) / all).toFixed(2)}\n`)
}

/** The tweet itself, or one that somebody really copied it from. */
function isSame(found: string, source: string): boolean {
  return found === source || shareOf(found, source) >= alikeFrom
}

function measureFalse(posts: readonly string[]): void {
  const window = makeCopyWindow()
  let [pairs, wrong] = [0, 0]
  for (const [number, text] of posts.entries()) {
    const signature = signText(text)!
    const alike = window.find(signature)
    if (alike) pairs++
    if (alike && shareOf(posts[numberOf(alike.id)]!, text) < alikeFrom) wrong++
    window.add({ id: idOf(number), copiesId: idOf(number) }, signature)
  }
  console.log(`  Among the tweets themselves ${pairs} are taken for a copy of an earlier one,`)
  console.log(`  ${wrong} of them share less than ${percent(alikeFrom)} of their letters (false pairs)\n`)
}

function measureSpeed(posts: readonly string[]): void {
  const rounds = Math.ceil((windowSize * 1.2) / posts.length)
  const before = bytesHeld()
  const window = makeCopyWindow()
  const began = process.cpuUsage().user
  for (let round = 0; round < rounds; round++)
    for (const [number, text] of posts.entries()) {
      const signature = signText(`${round} ${text}`)
      if (!signature) continue
      window.find(signature)
      window.add({ id: idOf(number), copiesId: idOf(number) }, signature)
    }
  const seconds = (process.cpuUsage().user - began) / 1e6
  const grown = bytesHeld() - before
  console.log(`  ${Math.round((rounds * posts.length) / seconds)} posts a CPU second: fold, sign, find, add`)
  console.log(`  ${Math.round(grown / 1e6)} MB for a full window of ${windowSize} posts`)
  if (window.compared() < 0) throw new Error('The window counts backwards.')
}

function bytesHeld(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function fill(posts: readonly string[]): CopyWindow {
  const window = makeCopyWindow()
  for (const [number, text] of posts.entries())
    window.add({ id: idOf(number), copiesId: idOf(number) }, signText(text)!)
  return window
}

/** The share of pieces of five letters that stand in both, of those that stand in either. */
function shareOf(one: string, other: string): number {
  const [here, there] = [shinglesOf(one), shinglesOf(other)]
  const common = [...here].filter((piece) => there.has(piece)).length
  return common / Math.max(1, here.size + there.size - common)
}

function shinglesOf(text: string): Set<string> {
  const folded = foldText(text)
  return new Set(Array.from({ length: Math.max(0, folded.length - 4) }, (_, at) => folded.slice(at, at + 5)))
}

function idOf(number: number): string {
  return `00000000-0000-0000-0000-${number.toString(16).padStart(12, '0')}`
}

function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
