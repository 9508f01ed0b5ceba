import { randomBytes } from 'node:crypto'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import type { OutsideFetch } from '../../../lib/fetch.ts'
import type { ReadablePost } from '../readable-post.ts'
import { makeQuestion } from './make-question.ts'
import { readAnswer, UselessAnswer, type Refined } from './read-answer.ts'

/** Where to ask, whom, and with which key. */
export interface RefinerLine {
  address: string
  model: string
  key: string | null
}

/** How to get there: the one door out, and how long an answer may take and be. */
export interface RefinerDoor {
  fetch: OutsideFetch
  timeoutSeconds?: number
  signal?: AbortSignal
}

const mostBytes = 50_000

/** Asks a large model what a post is. Throws `OutsideError` or `UselessAnswer`, both with a sentence for a person. */
export async function askRefiner(
  { fetch, timeoutSeconds = 20, signal }: RefinerDoor,
  { address, model, key }: RefinerLine,
  { post, readers }: { post: ReadablePost; readers: readonly ReaderName[] },
): Promise<Refined> {
  const mark = `post-${randomBytes(9).toString('hex')}`
  const answer = await fetch(`${address.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(makeQuestion(post, { model, readers, mark })),
    timeoutSeconds,
    maxBytes: mostBytes,
    maxHops: 0,
    ...(signal && { signal }),
  })
  if (answer.status !== 200) throw new UselessAnswer(refusalOf(answer.status))
  return readAnswer(await answer.json(), readers)
}

function refusalOf(status: number): string {
  if (status === 401 || status === 403) return `The refiner refused the key (${status}). Give it another one.`
  if (status === 404) return 'At this address there is no chat (404). Check the address and the model.'
  if (status === 429) return 'The refiner asks to be asked less often (429).'
  return `The refiner answered ${status} instead of an answer.`
}
