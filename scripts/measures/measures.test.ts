import { describe, expect, test } from 'vitest'
import { anyIn, isBarrel, unexplainedSuppressionsIn } from './breaches.ts'
import { circlesOf } from './circles.ts'
import { functionsOf } from './functions-of.ts'
import { judgeAim } from './judge-aim.ts'
import { parseSource } from './source-files.ts'

describe('functions', () => {
  const code = `
export function one(a: number): number {
  if (a > 1) {

    return a
  }
  return 2
}
const two = async () => {
  await go()
}
const three = {
  four() {
    return 1
  },
}
export async function five(
  a: string,
  b: string,
): Promise<void> {
  go(a)
}
const six = (a: number) => a + 1`

  test('are counted with their heads, without empty lines; branches and objects are not functions', () => {
    const found = functionsOf(parseSource('server/a.ts', code))
    expect(found.map(({ lines, parameters, hasBody }) => [lines, parameters, hasBody])).toEqual([
      [6, 1, true],
      [3, 0, true],
      [3, 0, true],
      [6, 2, true],
      [1, 1, false],
    ])
    expect(found[0]?.at).toBe('server/a.ts:2 one')
  })

  test('components are the capital ones of a screen', () => {
    const screen = `export function Row() { return <i /> }\nconst Cell = memo(() => { return <b /> })\nfunction useRow() { return 1 }`
    expect(functionsOf(parseSource('web/a.tsx', screen)).map(({ isComponent }) => isComponent)).toEqual([
      true,
      true,
      false,
    ])
    expect(functionsOf(parseSource('web/a.ts', 'export function Row() { return 1 }'))[0]?.isComponent).toBe(false)
  })
})

describe('what is refused', () => {
  test('any is found where it stands, not in words or names', () => {
    expect(anyIn(parseSource('server/a.ts', `const any = 'any'\nexport const f = (b: any[]) => [any, b]`))).toEqual([
      'server/a.ts:2',
    ])
  })

  test('a suppression without a reason is found, one in a string is none', () => {
    const text = [
      '// @ts-ignore',
      '// oxlint-disable-next-line no-x',
      '// oxlint-disable-next-line no-x -- because',
      `'@ts-ignore'`,
    ]
    expect(unexplainedSuppressionsIn(parseSource('server/a.ts', text.join('\n')))).toEqual([
      'server/a.ts:1',
      'server/a.ts:2',
    ])
  })

  test.each([
    [`export * from './a.ts'`, true],
    [`export { a } from './a.ts'\nexport type { B } from './b.ts'`, true],
    [`import { a } from './a.ts'\nexport const b = a`, false],
    [`import './a.ts'`, false],
  ])('%s is a barrel: %s', (text, expected) => expect(isBarrel(parseSource('web/a.ts', text))).toBe(expected))

  test('a ring is found, imports of types included; a diamond is none', () => {
    const ring = [
      parseSource('server/a.ts', `import type { B } from './b.ts'\nexport interface A { b: B }`),
      parseSource('server/b.ts', `import { c } from './lib/c.ts'\nexport type B = typeof c`),
      parseSource('server/lib/c.ts', `export { A as c } from '../a.ts'`),
      parseSource('server/d.ts', `import './a.ts'\nimport './b.ts'`),
    ]
    expect(circlesOf(ring).map((group) => group.toSorted())).toEqual([
      ['server/a.ts', 'server/b.ts', 'server/lib/c.ts'],
    ])
    expect(circlesOf(ring.slice(1))).toEqual([])
  })
})

describe('an aim', () => {
  const aim = { what: 'tests', least: 0.8, digits: 2 }
  const most = { what: 'lines', most: 10, digits: 0 }

  test.each([
    ['unmet and as before', { ...aim, value: 0.4 }, 0.4, { isMet: false, isWorse: false, isBetter: false }],
    ['unmet and further away', { ...aim, value: 0.38 }, 0.4, { isMet: false, isWorse: true, isBetter: false }],
    ['unmet and nearer', { ...aim, value: 0.5 }, 0.4, { isMet: false, isWorse: false, isBetter: true }],
    ['a difference of rounding', { ...aim, value: 0.3951 }, 0.4, { isMet: false, isWorse: false, isBetter: false }],
    ['met and moving within', { ...most, value: 9 }, 7, { isMet: true, isWorse: false, isBetter: false }],
    ['left', { ...most, value: 11 }, 10, { isMet: false, isWorse: true, isBetter: false }],
    ['never kept', { ...most, value: 11 }, undefined, { isMet: false, isWorse: false, isBetter: false }],
  ])('%s', (_, figure, kept, expected) => expect(judgeAim(figure, kept)).toEqual(expected))
})
