import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'earshot-main-'))
const dataFolder = join(folder, 'data')
const main = join(import.meta.dirname, 'main.ts')
const { DATABASE_URL: _, ...env } = process.env

beforeAll(() => chmodSync(folder, 0o755))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  said: string
  milliseconds: number
}

function earshot(...args: string[]): Promise<Ended> {
  const began = Date.now()
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env }, (_problem, out, err) =>
      resolve({ code: child.exitCode ?? 1, said: out + err, milliseconds: Date.now() - began }),
    )
  })
}

/** Runs `serve` until it says where it answers. */
function serving(...args: string[]): Promise<{ child: ChildProcess; url: string; ended: Promise<number | null> }> {
  const child = spawn(process.execPath, [main, 'serve', '--data', dataFolder, '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /is ready: (\S+)/.exec(said)?.[1]
      if (url) resolve({ child, url, ended })
    })
    child.once('exit', () => reject(new Error(`ended early: ${said}`)))
  })
}

describe('the command line', () => {
  test('help names every command with examples', async () => {
    const { code, said } = await earshot('--help')
    expect(code).toBe(0)
    for (const word of ['serve', 'match', 'read', 'query', 'doctor', 'user', 'key', 'Examples:'])
      expect(said).toContain(word)
  })

  test.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['serve', '--port', 'abc'], '--port must be a port'],
    [['serve', '--nonsense'], "unknown option '--nonsense'"],
  ])('%j is refused in words with code 2', async (args, words) => {
    const { code, said } = await earshot(...args)
    expect(code).toBe(2)
    expect(said).toContain(words)
    expect(said).not.toMatch(/^\s+at /m)
  })

  test('a server that does not answer is named, without its password', async () => {
    env['DATABASE_URL'] = 'postgres://somebody:secret@127.0.0.1:1/earshot'
    const { code, said } = await earshot('doctor', '--data', dataFolder)
    delete env['DATABASE_URL']
    expect(code).toBe(1)
    expect(said).toContain('nothing answers at this address')
    expect(said).not.toContain('secret')
  })
})

describe('serve', () => {
  test('answers, refuses a second one, tells doctor, and ends well when asked', async () => {
    const { child, url, ended } = await serving()
    try {
      const health = z.looseObject({ ok: z.boolean(), database: z.looseObject({ fsync: z.string() }) })
      expect(health.parse(await (await fetch(`${url}/health`)).json())).toMatchObject({
        ok: true,
        database: { fsync: 'on' },
      })
      const second = await earshot('serve', '--data', dataFolder, '--port', '0')
      expect(second.code).toBe(1)
      expect(second.said).toContain(`already runs on the data folder ${dataFolder} (process ${child.pid})`)
      const seen = await earshot('doctor', '--data', dataFolder)
      expect(seen.said).toContain(`Earshot runs on this data folder (process ${child.pid})`)
      expect(seen.said).toContain('PostgreSQL 18')
    } finally {
      child.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
  }, 60_000)

  test('a port that is taken is named, with another to choose', async () => {
    const { child, url, ended } = await serving()
    try {
      const { port } = new URL(url)
      const { code, said } = await earshot('serve', '--data', join(folder, 'other'), '--port', port)
      expect(code).toBe(2)
      expect(said).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`)
    } finally {
      child.kill('SIGTERM')
    }
    await ended
  }, 60_000)

  test('doctor finds a secret key that others can read', async () => {
    chmodSync(join(dataFolder, 'secret.key'), 0o644)
    const { code, said } = await earshot('doctor', '--data', dataFolder)
    expect(code).toBe(1)
    expect(said).toContain(`chmod 600 ${join(dataFolder, 'secret.key')}`)
  }, 60_000)
})
