import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inShared } from '../../tests/shared-dir.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-match-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const main = join(import.meta.dirname, '../main.ts')

async function run(program: string, words: readonly string[], input = '') {
  const child = spawn(process.execPath, [program, ...words])
  child.stdin.end(input)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, errors, code: await code }
}

const earshot = (words: readonly string[], input?: string) => run(main, words, input)

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

const posts = [
  { id: 'p1', text: 'My acme shoes are broken' },
  { id: 'p2', text: 'Ein Paket von acme, und es ist schon wieder zu spät gekommen' },
  { id: 'p3', text: 'acme for sale, cheap spam' },
]

/** The lines before the last, which has the figures. */
function pairsIn(out: string): string[] {
  return out.trim().split('\n').slice(0, -1).toSorted()
}

describe('match', () => {
  test('writes every pair and ends with the figures', async () => {
    const topics = await file('topics.jsonl', [
      { id: 't1', query: 'acme -spam' },
      { id: 't2', query: 'topic:t1 lang:de' },
      { id: 't3', q: { or: [{ prefix: 'brok' }, { term: 'cheap' }] } },
    ])
    const { out, errors, code } = await earshot([
      'match',
      '--topics',
      topics,
      '--posts',
      await file('posts.jsonl', posts),
      '--pairs',
      '-',
    ])
    const lines = out.trim().split('\n')
    expect(lines.slice(0, -1).toSorted()).toEqual(['p1\tt1', 'p1\tt3', 'p2\tt1', 'p2\tt2', 'p3\tt3'])
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ posts: 3, topics: 3, pairs: 5 })
    expect(Object.keys(JSON.parse(lines.at(-1)!) as object)).toEqual([
      'posts',
      'topics',
      'pairs',
      'checksum',
      'seconds',
      'cpuSeconds',
      'postsPerSecond',
      'postsPerCpuSecond',
    ])
    expect([errors, code]).toEqual(['', 0])
  })

  test('packs the topics into a file, and matches by it as by the topics', async () => {
    const topics = await file('packed-topics.jsonl', [
      { id: 't1', query: 'acme -spam' },
      { id: 't2', query: 'title:acme OR (pak* lang:de)' },
      { id: 't3', query: 'broken NEAR/4 shoes' },
    ])
    const index = join(folder, 'topics.index')
    const some = await file('packed-posts.jsonl', posts)
    const whole = ['--posts', some, '--pairs', '-']
    const expected = await earshot(['match', '--topics', topics, '--index-out', index, ...whole])
    expect([expected.errors, expected.code]).toEqual(['', 0])
    expect(expected.out).toContain('p2\tt2\n')
    for (const threads of ['1', '2']) {
      const { out, errors } = await earshot(['match', '--index', index, '--threads', threads, ...whole])
      expect(pairsIn(out)).toEqual(pairsIn(expected.out))
      expect(JSON.parse(out.trim().split('\n').at(-1)!)).toMatchObject({ posts: 3, topics: 3, pairs: 4 })
      expect(errors).toBe('')
    }
  })

  test('says which lines it left out, and does the rest', async () => {
    const topics = await file('bad-topics.jsonl', [
      { id: 1, query: '(acme' },
      { id: 2, query: 'acme' },
      { id: 2, query: 'x' },
      '{no',
      { id: 3, query: 'topic:nothing' },
      { q: {} },
    ])
    const { out, errors, code } = await earshot(
      ['match', '--topics', topics, '--posts', '-'],
      '{"id":1,"text":"acme"}\n\nnope\n{"id":2}\n{"id":3,"text":"acme","rating":"many"}',
    )
    expect(JSON.parse(out)).toMatchObject({ posts: 2, topics: 1, pairs: 2 })
    expect(errors).toContain(
      'line 1: The query of “1” cannot be read (line 1, column 1): This bracket is never closed.',
    )
    expect(errors).toContain('line 3: The id “2” stands on an earlier line already.')
    expect(errors).toContain('line 4: This line is no JSON.')
    expect(errors).toContain('There is no topic “nothing”.')
    expect(errors).toContain('standard input, line 3: This line is no JSON.')
    expect(errors).toContain('standard input, line 4: A post needs "id"')
    expect(code).toBe(0)
  })

  test.each([
    [['match', '--topics', '/nowhere/topics.jsonl', '--posts', '-'], 'There is no file /nowhere/topics.jsonl'],
    [['match', '--topics', '-', '--posts', '-'], 'Only one of --topics and --posts can be standard input'],
    [['match', '--topics', 'x', '--posts', '-', '--threads', 'many'], '--threads is a whole number'],
    [['match', '--posts', '-'], 'either --topics with a file of them, or --index'],
    [['match', '--index', 'x', '--topics', 'x', '--posts', '-'], 'either --topics with a file of them, or --index'],
    [['match', '--index', 'x', '--posts', '-', '--index-out', 'y'], '--index-out packs what --topics gives'],
    [['match', '--index', '/nowhere/index', '--posts', '-'], 'There is no file /nowhere/index'],
    [['match', '--index', main, '--posts', '-'], 'This is no packed index'],
  ])('%j is refused in words', async (words, sentence) => {
    const { errors, code } = await earshot(words)
    expect(errors).toContain(sentence)
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  })

  const bench = inShared('bench/percolate')
  test.skipIf(!existsSync(bench))(
    'gives the checksum of the matching benchmark, in one thread and in two',
    async () => {
      const all = join(folder, 'bench-posts.jsonl')
      await writeFile(all, gunzipSync(await readFile(join(bench, 'posts.jsonl.gz'))))
      const queries = join(folder, 'bench-queries.jsonl')
      await run(join(bench, 'queries.mjs'), [all, '10000', queries, 'dev-1'])
      const some = join(folder, 'bench-4000.jsonl')
      await writeFile(some, (await readFile(all, 'utf8')).split('\n').slice(0, 4_000).join('\n'))
      for (const threads of ['1', '2']) {
        const { out } = await earshot(['match', '--topics', queries, '--posts', some, '--threads', threads])
        expect(JSON.parse(out)).toMatchObject({ posts: 4_000, topics: 10_000, checksum: '8415:03654e4e5711bc8a' })
      }
    },
    120_000,
  )
})

describe('read', () => {
  test('writes a line a post, with labels and confidences', async () => {
    const { out, code } = await earshot(['read'], posts.map((post) => JSON.stringify(post)).join('\n'))
    const lines = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatchObject({ id: 'p2', language: { label: 'de' } })
    expect(Object.keys(lines[0] as object).join(' ')).toBe(
      'id language sentiment emotion offensive irony spam anger urgency intent risk feedback closing usefulness',
    )
    expect(code).toBe(0)
  })

  test('--readers chooses, --explain shows the places of the words', async () => {
    const { out } = await earshot(['read', '--readers', 'sentiment', '--explain'], '{"id":1,"text":"I love acme"}')
    expect(JSON.parse(out)).toEqual({
      id: 1,
      sentiment: {
        label: 'positive',
        confidence: expect.any(Number),
        evidence: [{ start: 2, end: 6 }],
        reader: 'sentiment@1.1',
      },
    })
  })

  test('an unknown reader is refused with the names there are', async () => {
    const { errors, code } = await earshot(['read', '--readers', 'mood'])
    expect(errors).toContain(
      'There is no reader “mood”. The readers are language, sentiment, emotion, offensive, irony, spam, anger, urgency, intent, risk, feedback, closing, usefulness.',
    )
    expect(code).toBe(2)
  })
})

describe('query', () => {
  test('check prints the diagnostics', async () => {
    const { out, code } = await earshot(['query', 'check', '(acme OR "new shoes"'])
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ line: 1, column: 1, length: 1, repair: '(acme OR "new shoes")' }),
    ])
    expect(code).toBe(1)
    expect(await earshot(['query', 'check', '-'], 'acme -spam')).toMatchObject({ out: '[]\n', code: 0 })
    expect((await earshot(['query', 'check', '-spam'])).code).toBe(1)
  })

  test('test counts and shows samples with the words that hit', async () => {
    const dated = posts.map((post, index) => ({
      ...post,
      createdAt: `2026-11-0${index + 1}T10:00:00Z`,
      channel: 'feed',
    }))
    const { out } = await earshot(['query', 'test', 'acme -spam', '--posts', await file('dated.jsonl', dated)])
    expect(JSON.parse(out)).toMatchObject({
      posts: 3,
      matches: 2,
      days: { '2026-11-01': 1, '2026-11-02': 1 },
      channels: { feed: 2 },
      samples: [{ id: 'p1', hits: [{ part: 'text', start: 3, end: 7 }] }, { id: 'p2' }],
    })
  })
})
