import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** The keys of this installation: what is sealed now is sealed with the first, what was sealed earlier still opens. */
export interface Keyring {
  readonly current: string
  readonly keys: ReadonlyMap<string, Buffer>
}

/** The row a sealed document belongs to. It does not open in any other row. */
export interface Place {
  workspaceId: string
  id: string
}

const format = 1
const keyIdLength = 8
const nonceLength = 12
const tagLength = 16
const headLength = 1 + keyIdLength + nonceLength + tagLength

/** Keys of 32 bytes, the current one first. */
export function makeKeyring(keys: readonly Buffer[]): Keyring {
  const named = keys.map((key) => [keyIdOf(key), key] as const)
  const first = named[0]
  if (first === undefined) throw new Error('A keyring needs at least one key.')
  return { current: first[0], keys: new Map(named) }
}

/**
 * Seals a JSON document with AES-256-GCM (NIST SP 800-38D), bound to its row. Layout: format (1 byte), key id (8),
 * nonce (12), tag (16), ciphertext; the key id is what makes a change of key possible row by row.
 */
export function seal(keyring: Keyring, plain: unknown, place: Place): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(keyring, keyring.current), nonce)
  cipher.setAAD(placeBytes(place))
  const body = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([format]), Buffer.from(keyring.current, 'hex'), nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made. Throws a sentence when the key is another one, or the document was changed or moved. */
export function unseal(keyring: Keyring, sealed: Buffer, place: Place): unknown {
  if (sealed.length < headLength || sealed[0] !== format) throw new Error('This sealed document is damaged.')
  const keyId = sealed.subarray(1, 1 + keyIdLength).toString('hex')
  const nonce = sealed.subarray(1 + keyIdLength, 1 + keyIdLength + nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(keyring, keyId), nonce, { authTagLength: tagLength })
  decipher.setAAD(placeBytes(place))
  decipher.setAuthTag(sealed.subarray(headLength - tagLength, headLength))
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]).toString('utf8'))
}

/** Whether a document should be sealed again because the key has changed since. */
export function isSealedWithOldKey(keyring: Keyring, sealed: Buffer): boolean {
  return sealed.subarray(1, 1 + keyIdLength).toString('hex') !== keyring.current
}

/** A key of 32 bytes for one purpose, made from the current key (HKDF, RFC 5869). */
export function deriveKey(keyring: Keyring, purpose: string): Buffer {
  return derive(keyring.keys.get(keyring.current)!, purpose)
}

function sealingKey(keyring: Keyring, keyId: string): Buffer {
  const key = keyring.keys.get(keyId)
  if (key === undefined) {
    throw new Error(
      `This was sealed with another key (${keyId}). Put the earlier key behind the new one in EARSHOT_SECRET_KEY, separated by a comma.`,
    )
  }
  return derive(key, 'seal')
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `earshot ${purpose}`, 32))
}

function keyIdOf(key: Buffer): string {
  if (key.length !== 32) throw new Error('A key has 32 bytes.')
  return createHash('sha256')
    .update('earshot key id')
    .update(key)
    .digest('hex')
    .slice(0, keyIdLength * 2)
}

function placeBytes(place: Place): Buffer {
  return Buffer.from(`${place.workspaceId}/${place.id}`)
}
