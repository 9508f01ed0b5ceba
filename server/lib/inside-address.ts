import ipaddr from 'ipaddr.js'

/**
 * Why an address may not be reached from outside influence, or `undefined` when it may: only public unicast addresses
 * may (IANA special-purpose registries, RFC 6890). Forms that carry an IPv4 address inside an IPv6 one (mapped, 6to4,
 * NAT64, Teredo) are refused whole, since what they lead to is not ours to say.
 * `allowLoopback` opens 127.0.0.0/8 and ::1 and nothing else.
 */
export function whyInside(address: string, { allowLoopback }: { allowLoopback: boolean }): string | undefined {
  const plain = address.replace(/%.*$/, '')
  if (!ipaddr.isValid(plain)) return 'is no address'
  const parsed = ipaddr.parse(plain)
  const range = parsed.range()
  if (range === 'loopback') return allowLoopback ? undefined : 'is this very machine'
  if (metadataAddresses.has(parsed.toString())) return 'belongs to the machinery of a hosting provider'
  if (range !== 'unicast') return reasons[range] ?? 'is reserved'
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast, 3)) return 'is reserved'
  return undefined
}

/** Public by number, but answered inside a provider's network: Azure's wire server. The others lie in refused ranges. */
const metadataAddresses = new Set(['168.63.129.16', '169.254.169.254', 'fd00:ec2::254', '100.100.100.200'])

/** All IPv6 addresses given out so far (RFC 4291 2.4, IANA). */
const globalUnicast = new ipaddr.IPv6([0x2000, 0, 0, 0, 0, 0, 0, 0])

const reasons: Record<string, string> = {
  private: 'lies in a private network',
  uniqueLocal: 'lies in a private network',
  linkLocal: 'lies in a private network',
  deprecatedSiteLocal: 'lies in a private network',
  carrierGradeNat: 'lies in the network of a provider',
  unspecified: 'is this very machine',
  multicast: 'is no single machine',
  broadcast: 'is no single machine',
}
