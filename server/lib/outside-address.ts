import { OutsideError } from './outside-error.ts'

/** An address without name and password, and the header they became. */
export interface OutsideAddress {
  url: URL
  authorization?: string
}

/** Reads an address that an outsider may have written. Only http and https (`ws` and `wss` where the caller opens a line). */
export function readOutsideAddress(written: string, schemes: readonly string[] = ['http:', 'https:']): OutsideAddress {
  const url = URL.parse(written)
  if (!url)
    throw new OutsideError('bad address', 'This is no web address. One begins with https:// and names a server.')
  if (!schemes.includes(url.protocol) || !url.hostname)
    throw new OutsideError('bad address', `Earshot cannot ask ${url.protocol} addresses, only http and https.`)
  const authorization = basicOf(url)
  url.username = ''
  url.password = ''
  url.hash = ''
  return authorization ? { url, authorization } : { url }
}

function basicOf({ username, password }: URL): string | undefined {
  if (!username && !password) return undefined
  const plain = `${decodeLeniently(username)}:${decodeLeniently(password)}`
  return `Basic ${Buffer.from(plain).toString('base64')}`
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
