import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { whyInside } from './inside-address.ts'
import { OutsideError } from './outside-error.ts'

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

export interface Door {
  /** Lets outside addresses be on 127.0.0.0/8 and ::1: for tests and for trying things out. */
  allowLoopback: boolean
  /** Who we say we are: product, version, address. */
  userAgent: string
  resolve?: Resolve
  /** Upper bounds in seconds over everything a caller may ask for. */
  mostSeconds?: { timeout?: number; idle?: number }
}

const connectSeconds = 8

/**
 * Connections that are checked three times: the address when it is written out, every address a name resolves to
 * (one bad address refuses the name), and the address the socket really is connected to.
 */
export function makeCheckedDispatcher({ allowLoopback, resolve = resolveBySystem }: Door): Agent {
  const connect = buildConnector({
    allowH2: false,
    timeout: connectSeconds * 1000,
    autoSelectFamily: true,
    lookup: (hostname, options, answer) => {
      resolveChecked(hostname, { allowLoopback, resolve }).then(
        (addresses) => answerLookup(addresses, options, answer),
        (error: unknown) => answer(error instanceof Error ? error : new Error(String(error)), []),
      )
    },
  })
  return new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    webSocket: { maxPayloadSize: 4 * 1024 * 1024 },
    connect(options, callback) {
      const hostname = options.hostname.replace(/^\[|\]$/g, '')
      const why = isIP(hostname) ? whyInside(hostname, { allowLoopback }) : undefined
      if (why) return callback(refusedAddress(hostname, why), null)
      connect(options, (error, socket) => {
        if (error) return callback(error, null)
        const reached = socket.remoteAddress
        if (!reached) return callback(new Error('the line was cut while it was made'), null)
        const whyNot = whyInside(withoutMapping(reached), { allowLoopback })
        if (!whyNot) return callback(null, socket)
        socket.destroy()
        callback(refusedAddress(hostname, whyNot), null)
      })
    },
  })
}

type LookupAnswer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

function answerLookup(addresses: LookupAddress[], options: LookupOptions, answer: LookupAnswer): void {
  const [first] = addresses
  if (options.all) answer(null, addresses)
  else if (first) answer(null, first.address, first.family)
}

async function resolveChecked(
  hostname: string,
  { allowLoopback, resolve }: { allowLoopback: boolean; resolve: Resolve },
): Promise<LookupAddress[]> {
  const addresses = await resolve(hostname)
  if (addresses.length === 0) throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' })
  for (const { address } of addresses) {
    const why = whyInside(address, { allowLoopback })
    if (why) throw refusedAddress(hostname, why)
  }
  return addresses
}

function resolveBySystem(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    )
  })
}

/** A socket of both families reports an IPv4 peer as `::ffff:1.2.3.4`. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

function refusedAddress(hostname: string, why: string): OutsideError {
  return new OutsideError('refused address', `${hostname} ${why}; Earshot only asks addresses on the public internet.`)
}
