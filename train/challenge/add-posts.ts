/*
 * `node train/challenge/add-posts.ts DRAFTS` takes labelled posts as JSON lines without ids, numbers them, chooses their
 * halves and writes them behind what is there, with their labels also into `first-labels.jsonl`. A text that is in the set
 * already is refused, and then nothing is written.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { draftSchema, labelsSchema } from './challenge-post.ts'
import { fileOfHalf, firstLabelsFile, halves, readHalf, readLines } from './read-challenge.ts'
import { takeDrafts } from './take-drafts.ts'

const file = process.argv[2]
if (file === undefined) {
  console.error('node train/challenge/add-posts.ts DRAFTS, a file of JSON lines: see train/challenge/README.md')
  process.exit(2)
}

const kept = { open: readHalf('open'), locked: readHalf('locked') }
const taken = takeDrafts(kept, readLines(file, draftSchema))
if ('problems' in taken) {
  for (const problem of taken.problems) console.error(problem)
  process.exit(1)
}
for (const half of halves) {
  const path = fileOfHalf(half)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, taken[half].map((post) => `${JSON.stringify(post)}\n`).join(''))
  console.log(`${half}: ${kept[half].length} posts, now ${taken[half].length}`)
}
const known = new Set([...kept.open, ...kept.locked].map(({ id }) => id))
const added = [...taken.open, ...taken.locked].filter(({ id }) => !known.has(id))
for (const post of added.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
  appendFileSync(firstLabelsFile, `${JSON.stringify({ id: post.id, ...labelsSchema.strip().parse(post) })}\n`)
}
