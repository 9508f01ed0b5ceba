import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'

const rowSchema = z.looseObject({ text: z.string() })

export type Row = z.infer<typeof rowSchema>

/** The rows of one part of a data set. */
export function readRows(data: string, set: string, part: 'train' | 'val'): Row[] {
  const lines = gunzipSync(readFileSync(join(data, set, `${part}.jsonl.gz`))).toString('utf8')
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)))
}
