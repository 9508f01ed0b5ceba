import { headOf, operators } from './compile-query.ts'
import { hasGroup } from './group-table.ts'
import { isNear } from './is-near.ts'
import { fitsComparison } from './post-conditions.ts'
import type { Scan } from './scan-post.ts'

/** What running a program says. `unknown`: it depends on the language, which has not been asked for. */
export const answers = { no: 0, yes: 1, unknown: 2 } as const

/** Whether a program holds for the post that was scanned last, whose groups are marked. `at` is where its node begins. */
export function runProgram(program: Int32Array, at: number, scan: Scan): number {
  const head = program[at]!
  switch (headOf.operator(head)) {
    case operators.anyOf:
      return hasGroup(scan.vocabulary.groups, program[at + 1]!, scan.bits) ? answers.yes : answers.no
    case operators.all:
      return runAll(program, at, scan)
    case operators.any:
      return runAny(program, at, scan)
    case operators.none:
      return opposite(runProgram(program, at + 1, scan))
    case operators.near:
      return isNear(program, at, scan) ? answers.yes : answers.no
    case operators.test:
      return runTest(program[at + 1]!, scan)
    default:
      break
  }
  if (scan.language === undefined) return answers.unknown
  return scan.language === scan.vocabulary.languages[program[at + 1]!] ? answers.yes : answers.no
}

function runAll(program: Int32Array, at: number, scan: Scan): number {
  const end = at + headOf.size(program[at]!)
  let answer: number = answers.yes
  for (let node = at + 1; node < end; node += headOf.size(program[node]!)) {
    const one = runProgram(program, node, scan)
    if (one === answers.no) return one
    if (one === answers.unknown) answer = one
  }
  return answer
}

function runAny(program: Int32Array, at: number, scan: Scan): number {
  const end = at + headOf.size(program[at]!)
  let answer: number = answers.no
  for (let node = at + 1; node < end; node += headOf.size(program[node]!)) {
    const one = runProgram(program, node, scan)
    if (one === answers.yes) return one
    if (one === answers.unknown) answer = one
  }
  return answer
}

function opposite(answer: number): number {
  return answer === answers.unknown ? answer : 1 - answer
}

function runTest(number: number, { post, vocabulary }: Scan): number {
  const test = vocabulary.tests[number]!
  const holds =
    test.kind === 'url' ? (post.url?.toLowerCase().includes(test.value) ?? false) : fitsComparison(post, test)
  return holds ? answers.yes : answers.no
}
