import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { makeLimit } from './limits.ts'
import { deriveKey, type Keyring } from './seal.ts'

const quarterHour = 900

/**
 * Slows the guessing of passwords: by address, and by account. A browser that has signed in to the account before
 * carries a device cookie and has tries of its own, so that strangers who use up the account's tries lock nobody out
 * (OWASP, "Slow down online guessing attacks with device cookies").
 */
export interface SignInLimits {
  /** Counts one look at a link with a secret. Throws `TooOften`. */
  beforeLink: (address: string) => Promise<void>
  /** Counts one try. Throws `TooOften`. */
  beforeTry: (attempt: Attempt) => Promise<void>
  /** Gives back what the successful tries spent; the device cookie to set. */
  afterSuccess: (attempt: Attempt) => Promise<string>
}

interface Attempt {
  email: string
  address: string
  headers: Headers
}

export function makeSignInLimits(keyring: Keyring, isHttps: boolean): SignInLimits {
  const key = deriveKey(keyring, 'devices')
  const perAddress = makeLimit(60, quarterHour)
  const linksPerAddress = makeLimit(120, quarterHour)
  const perAccount = makeLimit(10, quarterHour)
  const perDevice = makeLimit(10, quarterHour)
  return {
    beforeLink: (address) => linksPerAddress.spend(address),
    beforeTry: async ({ email, address, headers }) => {
      const device = knownDevice(key, email, headers)
      if (device !== null) return perDevice.spend(device)
      await perAddress.spend(address)
      await perAccount.spend(email.toLowerCase())
    },
    afterSuccess: async ({ email, address, headers }) => {
      const device = knownDevice(key, email, headers)
      if (device !== null) await perDevice.forget(device)
      else {
        await perAddress.giveBack(address)
        await perAccount.forget(email.toLowerCase())
      }
      return deviceCookie(key, email, isHttps)
    },
  }
}

function deviceCookie(key: Buffer, email: string, isHttps: boolean): string {
  const device = randomBytes(16).toString('base64url')
  const secure = isHttps ? '; Secure' : ''
  return `earshot.device=${device}.${mark(key, email, device)}; Path=/api; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`
}

function knownDevice(key: Buffer, email: string, headers: Headers): string | null {
  const [, device, given] = /(?:^|; *)earshot\.device=([\w-]{22})\.([\w-]{43})/.exec(headers.get('cookie') ?? '') ?? []
  if (device === undefined || given === undefined) return null
  return timingSafeEqual(Buffer.from(given), Buffer.from(mark(key, email, device))) ? device : null
}

function mark(key: Buffer, email: string, device: string): string {
  return createHmac('sha256', key).update(`${device} ${email.toLowerCase()}`).digest('base64url')
}
