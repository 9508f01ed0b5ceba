/** Schemes that an address in a feed may have. Others (`javascript:`) count as no address. */
const known = /^(?:https?|ftp|mailto|tel|news|urn|tag|magnet|geo|xmpp|acct|at|gemini|data|about|feed|itms|podcast):/i

/** No address that anybody can use is as long as this. */
const longest = 10_000

/**
 * A whole address out of one that may be relative (RFC 3986 5.2; `xml:base`). A whole one stays as it is written;
 * `undefined` where none can be made.
 */
export function resolveAddress(written: string, base: string | undefined): string | undefined {
  const address = written.trim().replace(/[\t\r\n]/g, '')
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) {
    if (!known.test(address)) return undefined
    return /^https?:(?!\/\/[^/])/i.test(address) ? URL.parse(address)?.href : address
  }
  if (!address || !base || address.length + base.length > longest) return undefined
  return URL.parse(address, base)?.href
}
