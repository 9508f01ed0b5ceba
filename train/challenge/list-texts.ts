/*
 * `node train/challenge/list-texts.ts [SEED]` prints the ids, kinds and texts of the set in a shuffled order and without any
 * label, for somebody who labels them anew. The kind says which fields a text is to be labelled for.
 */
import { createHash } from 'node:crypto'
import { kindOf, labelsSchema } from './challenge-post.ts'
import { readSet } from './read-challenge.ts'

const seed = process.argv[2] ?? ''
const shuffled = readSet()
  .map((post) => ({ ...post, place: createHash('sha256').update(`${seed} ${post.id}`).digest('hex') }))
  .toSorted((a, b) => (a.place < b.place ? -1 : 1))
for (const { id, text, ...rest } of shuffled) {
  console.log(JSON.stringify({ id, kind: kindOf(labelsSchema.strip().parse(rest)), text }))
}
