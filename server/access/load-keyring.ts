import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeKeyring, type Keyring } from './seal.ts'

/**
 * The installation's keys: from EARSHOT_SECRET_KEY (64 hex characters; several, newest first, separated by commas),
 * else from `secret.key` in the data folder, which is made on the first start, readable by its owner alone.
 */
export async function loadKeyring(dataFolder: string, given: string | undefined): Promise<Keyring> {
  if (given) return readKeys(given, 'EARSHOT_SECRET_KEY')
  const path = join(dataFolder, 'secret.key')
  await mkdir(dataFolder, { recursive: true })
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readKeys(await readFile(path, 'utf8'), path)
}

function readKeys(text: string, where: string): Keyring {
  const keys = text.split(',').map((key) => key.trim())
  if (!keys.every((key) => /^[0-9a-f]{64}$/i.test(key))) {
    throw new Error(`${where} must be 64 hexadecimal characters (32 bytes), or several such, separated by commas.`)
  }
  return makeKeyring(keys.map((key) => Buffer.from(key, 'hex')))
}
