import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('settings', () => {
  test('nothing set gives an installation that runs on this machine alone', () => {
    const config = readConfig({}, {})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4400, allowLoopback: false, allowUnsafeDatabase: false })
    expect(config.dataFolder).toMatch(/^\/.*\/data$/)
    expect(config.roles).toEqual(['listen', 'match', 'answer', 'tick'])
  })

  test('the command line wins over the environment, an empty setting is none', () => {
    expect(readConfig({ port: '5000' }, { PORT: '6000' }).port).toBe(5000)
    expect(readConfig({}, { PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4400, databaseUrl: undefined })
  })

  test('the address people use loses its last slash', () => {
    expect(readConfig({}, { EARSHOT_URL: 'https://hear.example.org/' }).publicUrl).toBe('https://hear.example.org')
  })

  test.each([
    [{}, { PORT: 'abc' }, 'PORT must be a port, a whole number from 0 to 65535, but is "abc".'],
    [{ port: '70000' }, {}, '--port must be a port, a whole number from 0 to 65535, but is "70000".'],
    [
      {},
      { DATABASE_URL: 'mysql://me:secret@host/db' },
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    ],
    [
      {},
      { EARSHOT_URL: 'https://example.org/earshot' },
      'EARSHOT_URL must be an address without a path, like https://example.org, but is "https://example.org/earshot".',
    ],
    [{}, { EARSHOT_URL: 'example.org' }, 'EARSHOT_URL must be the address people use'],
    [{}, { EARSHOT_SECRET_KEY: 'short' }, 'EARSHOT_SECRET_KEY must be 64 hexadecimal characters (32 bytes).'],
    [{}, { EARSHOT_ALLOW_LOOPBACK: 'yes' }, 'EARSHOT_ALLOW_LOOPBACK must be 1 or left out, but is "yes".'],
    [
      { roles: 'listen,dance' },
      {},
      '--roles takes listen, match, answer, tick, separated by commas, but is "listen,dance".',
    ],
  ])('%j %j is refused in a sentence', (wishes, env, said) => {
    expect(() => readConfig(wishes, env)).toThrow(said)
  })

  test('no secret is repeated in what is said', () => {
    expect(() => readConfig({}, { DATABASE_URL: 'mysql://me:secret@host/db' })).not.toThrow('secret')
  })
})
