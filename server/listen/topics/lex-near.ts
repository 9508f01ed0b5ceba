import type { Problem } from './query-problems.ts'

export interface NearPiece {
  type: 'near'
  ordered: boolean
  distance: number
  start: number
  end: number
}

const usualDistance = 5
const largestDistance = 100

const written = /^(NEAR|BEFORE)(?:\/(\S*)|[:~_.-]?(\d\S*))?$/u
/** The distance stands apart: `NEAR 5`, `NEAR/ 5`, `NEAR / 5`. */
const distanceApart = /[^\S\n\r]{1,20}(?:\/[^\S\n\r]{0,20})?(\d{1,6}f?)(?![^\s()])/uy

/** NEAR or BEFORE at the start of a run of characters, with its distance; `undefined` when the run is something else. */
export function lexNear(
  { text, start, run }: { text: string; start: number; run: string },
  problems: Problem[],
): NearPiece | undefined {
  const near = written.exec(run)
  if (!near) return undefined
  const [, name = '', behindSlash = '', glued = ''] = near
  const isBare = behindSlash === '' && glued === ''
  const { digits, end } = isBare
    ? distanceBehind(text, start + run.length)
    : { digits: behindSlash || glued, end: start + run.length }
  const { distance, meant, message } = readDistance(name, digits, behindSlash !== '')
  if (message !== undefined)
    problems.push({
      severity: 'error',
      code: 'near-distance',
      start,
      end,
      message,
      edits: [{ start, end, text: meant }],
    })
  return { type: 'near', ordered: meant.startsWith('BEFORE'), distance, start, end }
}

function distanceBehind(text: string, end: number): { digits: string; end: number } {
  distanceApart.lastIndex = end
  const found = distanceApart.exec(text)
  return found ? { digits: found[1]!, end: distanceApart.lastIndex } : { digits: '', end }
}

interface ReadDistance {
  distance: number
  meant: string
  message?: string
}

function readDistance(name: string, text: string, isPlain: boolean): ReadDistance {
  const digits = /^(-?\d+)(f?)/.exec(text)
  const stated = digits ? Number(digits[1]) : usualDistance
  const distance = Math.max(1, Math.min(largestDistance, stated))
  const isForwards = digits?.[2] === 'f'
  const meant = `${isForwards ? 'BEFORE' : name}/${distance}`
  const read = { distance, meant }
  if (isForwards) return { ...read, message: `In this order is written BEFORE: ${meant}.` }
  if (!digits)
    return { ...read, message: `${name} needs a distance from 1 to ${largestDistance}, for example ${meant}.` }
  if (distance !== stated) return { ...read, message: `The distance after ${name}/ goes from 1 to ${largestDistance}.` }
  return isPlain && text === digits[0] ? read : { ...read, message: `The distance is written ${meant}.` }
}
