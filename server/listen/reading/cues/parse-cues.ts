import { parseAlternatives, parsePattern, type PatternContext } from './parse-pattern.ts'
import type { Cue, Pattern } from './pattern.ts'
import { PatternError } from './pattern-error.ts'

/** A cue file that cannot be used; the message names file and line and says what to do. */
export class CueFileError extends Error {
  override name = 'CueFileError'
}

/** What is known of a cue file before it is read. */
export interface CueFile {
  /** As it shall stand in messages, such as `en/intent.cues`. */
  name: string
  reader: string
  labels: readonly string[]
  /** Named words of this file are added here, so that later files can use them. */
  named: Map<string, Pattern>
  cut: (written: string) => readonly string[]
}

/** Reads a cue file in the format of `docs/cues.md`. Throws `CueFileError`. */
export function parseCues(text: string, file: CueFile): Cue[] {
  const cues: Cue[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const place = `${file.name}:${index + 1}`
    try {
      if (line.startsWith('@')) nameWords(line, file)
      else cues.push(cueOf(line, place, file))
    } catch (error) {
      if (error instanceof PatternError) throw new CueFileError(`${place}: ${error.message}`, { cause: error })
      throw error
    }
  }
  return cues
}

function nameWords(line: string, file: CueFile): void {
  const [, name, words] = /^@([\w-]+)\s*=\s*(.+)$/u.exec(line) ?? []
  if (name === undefined || words === undefined) {
    throw new PatternError('Named words are written “@name = one / another / two words”.')
  }
  if (file.named.has(name)) throw new PatternError(`“@${name}” is there already; give these words another name.`)
  file.named.set(name, parseAlternatives(words, contextOf(file)))
}

function cueOf(line: string, place: string, file: CueFile): Cue {
  const columns = line.split(' | ').map((column) => column.trim())
  const [head = '', pattern = '', example = '', counterExample = ''] = columns
  if (columns.length !== 4 || columns.includes('')) {
    throw new PatternError('A cue is written “label points | pattern | an example | a counter-example”.')
  }
  const { label, points } = headOf(head, file)
  const guarded = parsePattern(pattern, contextOf(file))
  return { reader: file.reader, label, points, pattern: guarded, example, counterExample, place }
}

function headOf(head: string, file: CueFile): { label: string; points: number } {
  const [label = '', written = '', ...rest] = head.split(/\s+/u)
  if (rest.length > 0 || !file.labels.includes(label)) {
    throw new PatternError(`“${head}” does not begin with a label. The labels are ${file.labels.join(', ')}.`)
  }
  const points = Number(written)
  if (!Number.isInteger(points) || points === 0 || Math.abs(points) > 5) {
    throw new PatternError(`“${written}” is no number of points: 1 to 5, or -1 to -5 against the label.`)
  }
  return { label, points }
}

function contextOf({ named, cut }: CueFile): PatternContext {
  return { named, cut }
}
