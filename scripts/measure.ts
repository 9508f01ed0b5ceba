import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anyIn, isBarrel, unexplainedSuppressionsIn } from './measures/breaches.ts'
import { circlesOf } from './measures/circles.ts'
import { commitSizes } from './measures/commit-sizes.ts'
import { functionsOf } from './measures/functions-of.ts'
import { type Aim, judgeAim } from './measures/judge-aim.ts'
import { readSourceFiles } from './measures/source-files.ts'

/*
 * The size budgets of the style page. What is refused must be absent. An aim may be unmet, and is printed so, but may not
 * get further away than the figure kept in `measured.json`; `-- --keep` writes the figures once they are better.
 */
const root = join(import.meta.dirname, '..')
const keptAt = join(import.meta.dirname, 'measured.json')

const files = readSourceFiles(root)
const code = files.filter(({ path, isTest }) => !isTest && /^(server|contract|web)\//.test(path))
const functions = code.flatMap(functionsOf)
const bodies = functions.filter(({ hasBody }) => hasBody)

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Tables of data are as long as their data: the rows of the store, the texts of a language. */
function isTable(path: string): boolean {
  return path === 'server/db/tables.ts' || path.startsWith('web/catalogues/')
}

/** Journeys test the web as much as the server; they and what else stands in `tests/` count by what they drive. */
function areaOf(path: string): 'server' | 'web' | undefined {
  if (path.startsWith('tests/journeys/') || path.startsWith('web/')) return 'web'
  return /^(tests|server|contract)\//.test(path) ? 'server' : undefined
}

function testLinesPerCodeLine(area: 'server' | 'web'): number {
  const count = (tests: boolean) =>
    files
      .filter(({ path, isTest }) => isTest === tests && areaOf(path) === area)
      .reduce((sum, { lines }) => sum + lines.length, 0)
  return count(true) / Math.max(1, count(false))
}

function shareOfComments(): number {
  const lines = code.flatMap((file) => file.lines)
  const comments = lines.filter((line) => /^\s*(\/\/|\/\*|\*|\{\/\*)/.test(line))
  return (100 * comments.length) / Math.max(1, lines.length)
}

const refused: Record<string, string[]> = {
  'files above 300 lines': code
    .filter(({ path, lines }) => lines.length > 300 && !isTable(path))
    .map(({ path, lines }) => `${path} (${lines.length})`),
  'functions above 50 lines': bodies
    .filter(({ lines, isComponent }) => lines > 50 && !isComponent)
    .map(({ at, lines }) => `${at} (${lines})`),
  'components above 80 lines': bodies
    .filter(({ lines, isComponent }) => lines > 80 && isComponent)
    .map(({ at, lines }) => `${at} (${lines})`),
  'functions with more than 4 parameters': functions.filter(({ parameters }) => parameters > 4).map(({ at }) => at),
  // In tests the linter alone counts it: there it may stand with a reason.
  any: files.filter(({ isTest }) => !isTest).flatMap(anyIn),
  'unexplained suppressions': files.flatMap(unexplainedSuppressionsIn),
  'import circles': circlesOf(files).map((group) => group.join(' ')),
  barrels: files.filter(isBarrel).map(({ path }) => path),
}

const fileSizes = code.map(({ lines }) => lines.length)
const functionSizes = bodies.map(({ lines }) => lines)
const aims: Aim[] = [
  { what: 'file, median lines', value: quantile(fileSizes, 0.5), most: 80, digits: 0 },
  { what: 'file, 90 % have at most', value: quantile(fileSizes, 0.9), most: 200, digits: 0 },
  { what: 'function, median lines', value: quantile(functionSizes, 0.5), most: 10, digits: 0 },
  { what: 'function, 90 % have at most', value: quantile(functionSizes, 0.9), most: 35, digits: 0 },
  {
    what: 'functions with more than 3 parameters',
    value: functions.filter(({ parameters }) => parameters > 3).length,
    most: 0,
    digits: 0,
  },
  { what: 'comment lines, %', value: shareOfComments(), least: 5, most: 9, digits: 1 },
  { what: 'test lines per code line, server', value: testLinesPerCodeLine('server'), least: 0.8, digits: 2 },
  { what: 'test lines per code line, web', value: testLinesPerCodeLine('web'), least: 0.5, digits: 2 },
]

function saysAim({ least, most, digits }: Aim): string {
  if (least === undefined) return `at most ${most}`
  return most === undefined ? `at least ${least.toFixed(digits)}` : `${least} to ${most}`
}

const kept: Record<string, number> = existsSync(keptAt) ? JSON.parse(readFileSync(keptAt, 'utf8')) : {}
const judged = aims.map((aim) => ({ aim, ...judgeAim(aim, kept[aim.what]) }))

console.log(
  `${code.length} files of code, ${bodies.length} functions, ${files.filter(({ isTest }) => isTest).length} of tests\n`,
)
console.log('Refused:')
for (const [what, places] of Object.entries(refused)) {
  console.log(
    `${places.length === 0 ? 'ok          ' : 'REFUSED     '} ${what.padEnd(40)} ${String(places.length).padStart(6)}`,
  )
  for (const place of places) console.log(`               ${place}`)
}
console.log('\nAims:')
for (const { aim, isMet, isWorse } of judged) {
  const word = isWorse ? 'WORSE       ' : isMet ? 'aim met     ' : 'aim not met '
  const before = kept[aim.what] === undefined ? 'not kept yet' : `kept ${kept[aim.what]?.toFixed(aim.digits)}`
  console.log(
    `${word} ${aim.what.padEnd(40)} ${aim.value.toFixed(aim.digits).padStart(6)}   aim ${saysAim(aim).padEnd(13)} ${before}`,
  )
}
sayCommits()

/** Only said: a commit that is made cannot be made smaller. */
function sayCommits(): void {
  const commits = commitSizes(root)
  if (commits.length === 0) return
  for (const [what, values, most] of [
    ['a commit, median files', commits.map((each) => each.files), 4],
    ['a commit, median lines', commits.map((each) => each.lines), 60],
  ] as const) {
    const value = quantile(values, 0.5)
    console.log(
      `${value <= most ? 'aim met     ' : 'aim not met '} ${what.padEnd(40)} ${String(value).padStart(6)}   aim at most ${most}`,
    )
  }
}

const worse = judged.filter(({ isWorse }) => isWorse).length
const breached = Object.values(refused).filter((places) => places.length > 0).length
if (process.argv.includes('--keep')) {
  if (worse > 0) console.log('\nNot kept: a figure is worse than the kept one.')
  else {
    const figures = aims.map(({ what, value, digits }) => [what, Number(value.toFixed(digits))])
    writeFileSync(keptAt, `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`)
    console.log('\nKept in scripts/measured.json.')
  }
} else if (judged.some(({ isBetter }) => isBetter)) console.log('\nBetter than kept: npm run measure -- --keep')
const unmet = judged.filter(({ isMet }) => !isMet).length
if (unmet > 0) console.log(`\n${unmet} aims not met, none of them may get further away`)
console.log(`${aims.length + Object.keys(refused).length - worse - breached} passed, ${worse + breached} failed`)
process.exitCode = worse + breached === 0 ? 0 : 1
