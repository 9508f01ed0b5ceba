import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './fences/source-tree.ts'

/** What each rule of the linter must catch. A checker that has gone blind passes everything, so each is given a breach. */
const breaches: Record<string, Record<string, string>> = {
  'import(no-cycle)': {
    'server/a.ts': `import type { B } from './b.ts'\nexport interface A { b: B }`,
    'server/b.ts': `import type { A } from './a.ts'\nexport interface B { a: A }`,
  },
  'oxc(no-barrel-file)': { 'server/barrel.ts': `export * from './a.ts'\nexport * from './b.ts'` },
  'import(no-default-export)': { 'server/default.ts': 'export default 1' },
  'typescript(no-floating-promises)': {
    'server/floating.ts': 'async function act(): Promise<void> {}\nexport function go(): void {\n  act()\n}',
  },
  'typescript(no-misused-promises)': {
    'server/misused.ts':
      'async function isOn(): Promise<boolean> { return true }\nexport const say = () => (isOn() ? 1 : 2)',
  },
  'typescript(switch-exhaustiveness-check)': {
    'server/switch.ts': `export function f(turn: 'ours' | 'theirs') {\n  switch (turn) {\n    case 'ours':\n      return 1\n  }\n  return 2\n}`,
  },
  'typescript(no-explicit-any)': { 'server/any.ts': 'export const a = (b: any) => String(b)' },
  'typescript(consistent-type-imports)': {
    'server/imports.ts': `import { A } from './a.ts'\nexport const one: A[] = []`,
  },
  'unicorn(filename-case)': { 'server/CamelCase.ts': 'export const one = 1' },
  'eslint(max-lines)': { 'server/long.ts': lines(301, (n) => `export const a${n} = ${n}`) },
  'eslint(max-lines-per-function)': {
    'server/tall.ts': `export function tall(): number[] {\n  return [\n${lines(60, (n) => `    ${n},`)}\n  ]\n}`,
  },
  'eslint(max-params)': { 'server/params.ts': 'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => a + b + c + d + e' },
  'eslint(complexity)': {
    'server/complex.ts': `export const f = (a: number) => ${lines(13, (n) => `a > ${n} ? ${n} :`)} 0`,
  },
  'node(no-process-env)': { 'server/env.ts': `export const home = process.env['HOME']` },
  'eslint(no-restricted-globals)': { 'server/outside.ts': `export const get = () => fetch('http://a.example')` },
}

function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => line(n)).join('\n')
}

const folder = mkdtempSync(join(tmpdir(), 'earshot-breaches-'))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function run(tool: string, ...options: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin', tool), options, { cwd: folder, maxBuffer: 20_000_000 }, (_, out, err) =>
      resolve(out + err),
    )
  })
}

beforeAll(() => {
  for (const file of ['.oxlintrc.json', '.oxfmtrc.json', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the linter', () => {
  let said = ''
  beforeAll(async () => {
    for (const files of Object.values(breaches)) for (const [path, text] of Object.entries(files)) write(path, text)
    said = await run('oxlint', '--type-aware', 'server')
  })

  test.each(Object.keys(breaches))('%s bites', (rule) => {
    const [file] = Object.keys(breaches[rule] ?? {})
    expect(
      said.split('\n\n').some((each) => each.includes(rule) && each.includes(file ?? '')),
      said,
    ).toBe(true)
  })
  test('every rule switched on by name has a planted breach', () => {
    const settings = readFileSync(join(root, '.oxlintrc.json'), 'utf8')
    const named = [...settings.matchAll(/^ {4}"([a-z/-]+)": (?!"off")/gm)].map(([, name = '']) => name)
    const planted = Object.keys(breaches).join(' ')
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !planted.includes(name.split('/').at(-1) ?? ''))).toEqual([])
  })
})

test('the compiler refuses what Node cannot strip, and loose reading of lists', async () => {
  write('server/enum.ts', 'export enum Turn { ours }')
  write('server/list.ts', 'export const first = (list: string[]): string => list[0]')
  const said = await run('tsc', '-p', '.', '--noEmit')
  expect(said).toContain('server/enum.ts')
  expect(said).toContain('server/list.ts')
})

test('the formatter refuses a semicolon', async () => {
  write('server/semicolon.ts', 'export const one = 1;\n')
  expect(await run('oxfmt', '--check', 'server/semicolon.ts')).toContain('semicolon.ts')
})

test('dead code is found: an export nobody uses, a file nobody reads', async () => {
  write('dead/knip.json', JSON.stringify({ entry: ['main.ts'], project: ['*.ts'] }))
  write('dead/package.json', '{"name": "dead", "type": "module"}')
  write('dead/main.ts', `import { used } from './part.ts'\nconsole.log(used)`)
  write('dead/part.ts', 'export const used = 1\nexport const unused = 2')
  write('dead/lost.ts', 'export const lost = 1')
  const said = await run('knip', '--directory', join(folder, 'dead'))
  expect(said).toContain('lost.ts')
  expect(said).toContain('unused')
})
