import { once } from 'node:events'
import type { Reading, Readings } from '../model/reading.ts'
import { lazyLanguage } from '../listen/reading/language/read-language.ts'
import { readers, readPost } from '../listen/reading/read-post.ts'
import type { Reader } from '../listen/reading/reader.ts'
import { lineChunks, linesOf, nameOf } from './line-chunks.ts'
import { parsePostLine } from './parse-post-line.ts'
import { collectBadLines, reportProgress } from './report-lines.ts'
import { UsageError } from './usage-error.ts'

export interface ReadOptions {
  /** `all`, or names with commas between. */
  readers?: string
  /** Also the words that carried each reading, and the reader's name and version. */
  explain?: boolean
  /** A file, or `-` for standard input. */
  posts?: string
}

/** Posts as JSON lines in, what the readers say of them as JSON lines out, in the same order. */
export async function read(options: ReadOptions): Promise<void> {
  const names = chooseNames(options.readers ?? 'all')
  // Some readers weigh what others said: those are asked as well, and what they say is not shown.
  const last = readers.findLastIndex((reader) => names.has(reader.name))
  const chosen = readers.slice(0, last + 1)
  const file = options.posts ?? '-'
  const bad = collectBadLines(nameOf(file), 'posts')
  const progress = reportProgress()
  let done = 0
  for await (const chunk of lineChunks(file)) {
    let out = ''
    for (const { line, number } of linesOf(chunk)) {
      const parsed = parsePostLine(line)
      if ('problem' in parsed) bad.add([{ number, problem: parsed.problem }])
      else {
        const readings = await readingsOf(chosen, parsed.post)
        out += `${JSON.stringify({ id: parsed.post.id, ...present(readings, names, options.explain === true) })}\n`
        done++
      }
    }
    if (!process.stdout.write(out)) await once(process.stdout, 'drain')
    progress(done)
  }
  bad.report()
}

function readingsOf(
  chosen: readonly Reader[],
  post: { text: string; title?: string; language?: string },
): Promise<Readings> {
  return readPost(chosen, post, lazyLanguage(post).reading)
}

function present(readings: Readings, names: ReadonlySet<string>, explain: boolean): Record<string, Partial<Reading>> {
  const shown = Object.entries(readings).filter(([name]) => names.has(name))
  return Object.fromEntries(
    shown.map(([name, reading]) => [
      name,
      explain ? reading : { label: reading.label, confidence: reading.confidence },
    ]),
  )
}

function chooseNames(wanted: string): Set<string> {
  const known = ['language', ...readers.map((reader) => reader.name)]
  if (wanted === 'all') return new Set(known)
  const names = wanted
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0 || names.length === 0) {
    throw new UsageError(`There is no reader “${unknown.join(', ')}”. The readers are ${known.join(', ')}.`)
  }
  return new Set(names)
}
