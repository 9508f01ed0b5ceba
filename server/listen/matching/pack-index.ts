import { groupRowSize, makeGroupTable } from './group-table.ts'
import type { GroupTable } from './group-table.ts'
import { makeNumberBlocks } from './number-blocks.ts'
import type { PagedNumbers } from './paged-numbers.ts'
import { makePagedNumbers } from './paged-numbers.ts'
import type { QueryStore } from './query-store.ts'
import type { LeafTable } from './leaf-table.ts'
import { makeWildcardTable } from './wildcard-table.ts'
import { readPacked, writePacked } from './packed-bytes.ts'
import type { WordTable } from './word-table.ts'
import { rowSize } from './word-table.ts'

/** All queries of an index as one buffer, for a file or for other threads. */
export function packStore(store: QueryStore): SharedArrayBuffer {
  return writePacked(factsOf(store))
}

/**
 * The queries in a buffer that `packStore` made. Its arrays are not copied but looked at in place, and never written to,
 * so that many threads can match by one buffer. Throws `PackedIndexError` where the bytes are anything else.
 */
export function openStore(bytes: Uint8Array): QueryStore {
  // The bytes are of this version and unharmed: they hold what `factsOf` gave.
  return storeOf(readPacked(bytes) as Facts)
}

type Facts = ReturnType<typeof factsOf>

/** What there is to keep: plain values and typed arrays, without the room that was held for more. */
function factsOf({ vocabulary, entries, programs, programAt, always, keys }: QueryStore) {
  const { words, steps, wildcards, titles, conditionCount } = vocabulary.table
  // What was looked up of words belongs to whoever looks.
  const { known: _known, lists: _lists, isAsked: _isAsked, ...lasting } = wildcards
  return {
    words: wordFacts(words),
    steps: {
      ...steps,
      before: steps.before.subarray(0, steps.size),
      over: steps.over.subarray(0, steps.size),
      phrase: steps.phrase.subarray(0, steps.size),
      length: steps.length.subarray(0, steps.size),
    },
    wildcards: { ...lasting, prefixes: wordFacts(wildcards.prefixes) },
    titles: Int32Array.from([...titles].flat()),
    conditionCount,
    tests: vocabulary.tests,
    languages: vocabulary.languages,
    programs: pageFacts(programs),
    groups: groupFacts(vocabulary.groups),
    entries: pageFacts(entries.numbers),
    programAt: programAt.subarray(0, keys.length),
    always,
    keys,
  }
}

function wordFacts(table: WordTable): WordTable {
  return {
    ...table,
    units: table.units.subarray(0, table.unitsEnd),
    rows: table.rows.subarray(0, table.size * rowSize),
  }
}

function groupFacts({ rows, size, resting, leaves, marked }: GroupTable) {
  return {
    size,
    rows: rows.subarray(0, size * groupRowSize),
    resting: resting.subarray(0, size),
    leaves: pageFacts(leaves.numbers),
    marked: pageFacts(marked.numbers),
  }
}

function pageFacts({ pages, page, end }: PagedNumbers): Int32Array[] {
  return pages.map((numbers, number) => (number === page ? numbers.subarray(0, end) : numbers))
}

function storeOf(facts: Facts): QueryStore {
  const { words, steps, wildcards, conditionCount, tests, languages, programAt, always, keys } = facts
  const titles = new Map<number, number>()
  for (let at = 0; at < facts.titles.length; at += 2) titles.set(facts.titles[at]!, facts.titles[at + 1]!)
  const table = { words, steps, wildcards: { ...wildcards, ...nothingAsked() }, titles, conditionCount }
  const numbers = new Map<string, number>()
  for (const [number, key] of keys.entries()) if (programAt[number] !== 0) numbers.set(key, number)
  return {
    vocabulary: { table, groups: groupsOf(facts.groups, table), tests, testNumbers: new Map(), languages },
    table,
    entries: { ...makeNumberBlocks(), numbers: pagesOf(facts.entries) },
    programs: pagesOf(facts.programs),
    programAt,
    always,
    keys,
    numbers,
    wasted: 0,
    taken: 0,
    free: [],
  }
}

function groupsOf(facts: Facts['groups'], table: LeafTable): GroupTable {
  const groups = makeGroupTable(table)
  const { size, rows, resting } = facts
  groups.leaves.numbers = pagesOf(facts.leaves)
  groups.marked.numbers = pagesOf(facts.marked)
  return { ...groups, size, rows, resting, marks: resting.slice() }
}

function nothingAsked() {
  const { known, lists, isAsked } = makeWildcardTable()
  return { known, lists, isAsked }
}

/** Pages as they were; the last of those in use is full, since nothing is added any more. */
function pagesOf(pages: Int32Array[]): PagedNumbers {
  const page = pages.length - 1
  return { ...makePagedNumbers(), pages, page, end: pages[page]!.length }
}
