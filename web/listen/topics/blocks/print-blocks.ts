import type { Block, GroupBlock, NearBlock, Place, TopBlock, WrittenBlocks } from './block.ts'
import { isOnePiece } from './chip-text.ts'

/** A run of printed text; with the chip it stands for. */
interface Run {
  text: string
  chip?: string
}

/** What was printed, and how tightly it holds together: what binds weaker needs brackets beside what binds stronger. */
interface Printed {
  runs: Run[]
  binds: 'piece' | 'not' | 'near' | 'and' | 'or'
}

/** Blocks as text of the listening language, with the place of each chip. Groups without anything in them are left out. */
export function printBlocks(blocks: TopBlock[]): WrittenBlocks {
  const runs = join(
    blocks.flatMap((block) => print(block) ?? []),
    'and',
  )?.runs
  const places = new Map<string, Place>()
  let text = ''
  for (const run of runs ?? []) {
    if (run.chip !== undefined) places.set(run.chip, { start: text.length, end: text.length + run.text.length })
    text += run.text
  }
  return { text, blocks, places }
}

function print(block: Block): Printed | undefined {
  if (block.kind === 'chip') return printChip(block)
  return block.kind === 'near' ? printNear(block) : printGroup(block)
}

function printChip({ id, text }: { id: string; text: string }): Printed {
  const run = { text, chip: id }
  return isOnePiece(text) ? { runs: [run], binds: 'piece' } : { runs: bracketed([run]), binds: 'piece' }
}

function printGroup({ kind, of }: GroupBlock): Printed | undefined {
  const parts = of.flatMap((block) => print(block) ?? [])
  if (kind === 'any') return join(parts, 'or')
  if (kind === 'none') return join(parts.map(negate), 'and')
  const together = join(parts, 'and')
  if (kind !== 'title' || !together) return together
  return { runs: [{ text: 'title:' }, ...bracketed(together.runs)], binds: 'piece' }
}

function printNear({ left, right, distance, ordered }: NearBlock): Printed | undefined {
  const [before, behind] = [printGroup(left), printGroup(right)]
  if (!before || !behind) return before ?? behind
  const between = { text: ` ${ordered ? 'BEFORE' : 'NEAR'}/${distance} ` }
  return { runs: [...within(before, 'piece'), between, ...within(behind, 'piece')], binds: 'near' }
}

function negate(part: Printed): Printed {
  return { runs: [{ text: '-' }, ...within(part, 'piece')], binds: 'not' }
}

function join(parts: readonly Printed[], binds: 'and' | 'or'): Printed | undefined {
  if (parts.length < 2) return parts[0]
  const runs = parts.flatMap((part, index) => {
    const runsOfPart = part.binds === binds ? part.runs : within(part, 'near')
    return index === 0 ? runsOfPart : [{ text: binds === 'and' ? ' ' : ' OR ' }, ...runsOfPart]
  })
  return { runs, binds }
}

const strength = { piece: 3, not: 2, near: 2, and: 1, or: 0 }

function within({ runs, binds }: Printed, least: 'piece' | 'near'): Run[] {
  return strength[binds] < strength[least] ? bracketed(runs) : runs
}

function bracketed(runs: readonly Run[]): Run[] {
  return [{ text: '(' }, ...runs, { text: ')' }]
}
