import { text } from 'node:stream/consumers'
import { checkQuery } from '../listen/topics/check-query.ts'

/** Prints the diagnostics of a query as a JSON list; `-` reads it from standard input. Gives 1 when it has errors. */
export async function checkQueryCommand(words: readonly string[]): Promise<number> {
  const written = words.length === 1 && words[0] === '-' ? await text(process.stdin) : words.join(' ')
  const { ok, diagnostics } = checkQuery(written)
  console.log(JSON.stringify(diagnostics, null, 2))
  return ok ? 0 : 1
}
