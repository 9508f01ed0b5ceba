/**
 * The origin of a server as a person types it: `mastodon.social`, `https://mastodon.social/@acme`, `@acme@mastodon.social`.
 * Plain http is for this machine only, since the token travels with every request. `undefined` when it is no address.
 */
export function originOf(typed: string): string | undefined {
  const host = typed.trim().replace(/^@?[^@\s/]+@(?=[^@\s/]+$)/u, '')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//iu.test(host) ? host : `https://${host}`)
  if (!url || !url.hostname || url.username || url.password) return undefined
  if (url.protocol === 'http:') return isThisMachine(url.hostname) ? url.origin : undefined
  const isNamed = url.hostname.includes('.') || isThisMachine(url.hostname) || url.hostname.startsWith('[')
  return url.protocol === 'https:' && isNamed ? url.origin : undefined
}

/** The address as people say it: `mastodon.social`. */
export function hostOf(server: string): string {
  return new URL(originOf(server) ?? 'https://unknown.invalid').host
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname)
}
