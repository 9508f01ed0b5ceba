import { PatternError } from './pattern-error.ts'
import { type Pattern, widestPattern } from './pattern.ts'

/** Refuses what could never be looked up by a first word, or would need more words than a window has. */
export function checkPattern(body: Pattern): void {
  if (mayBeEmpty(body)) throw new PatternError('The pattern would hit everywhere: it needs a word that must be there.')
  if (opensWithGap(body)) throw new PatternError('A pattern begins with a word, not with a gap.')
  const widest = widthOf(body)
  if (widest > widestPattern)
    throw new PatternError(`The pattern may span ${widest} words; ${widestPattern} is the most.`)
}

/** Whether the part can hit without taking a word. */
export function mayBeEmpty(pattern: Pattern): boolean {
  if (pattern.kind === 'word') return false
  if (pattern.kind === 'row') return pattern.parts.every(mayBeEmpty)
  if (pattern.kind === 'either') return pattern.ways.some(mayBeEmpty)
  return true
}

function opensWithGap(pattern: Pattern): boolean {
  if (pattern.kind === 'gap') return true
  if (pattern.kind === 'maybe') return opensWithGap(pattern.part)
  if (pattern.kind === 'either') return pattern.ways.some(opensWithGap)
  if (pattern.kind !== 'row') return false
  for (const part of pattern.parts) {
    if (opensWithGap(part)) return true
    if (!mayBeEmpty(part)) return false
  }
  return false
}

function widthOf(pattern: Pattern): number {
  if (pattern.kind === 'word') return 1
  if (pattern.kind === 'gap') return pattern.upTo
  if (pattern.kind === 'maybe') return widthOf(pattern.part)
  if (pattern.kind === 'row') return pattern.parts.reduce((sum, part) => sum + widthOf(part), 0)
  if (pattern.kind === 'either') return Math.max(...pattern.ways.map(widthOf))
  return 0
}
