import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type * as z from 'zod'

/** The rows of a gzip'ed file of JSON lines, checked; fields that the schema does not name are dropped. */
export function readJsonLines<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)))
}
