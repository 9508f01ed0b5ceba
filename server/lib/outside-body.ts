import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, constants } from 'node:zlib'
import type { Readable, Transform } from 'node:stream'
import { OutsideError, outsideErrorFrom } from './outside-error.ts'

/** An answer's body on its way in. */
export interface OutsideBody {
  host: string
  body: Readable
  /** `Content-Encoding`, as it came. */
  encoding: string | null
}

/** The whole body, unpacked. More than `maxBytes` after unpacking is an error, and the line is dropped at once. */
export async function readWhole(from: OutsideBody, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of unpacked(from)) {
    size += part.length
    if (size > maxBytes) {
      from.body.destroy()
      throw new OutsideError(
        'too large',
        `${from.host} sent more than ${inMegabytes(maxBytes)}; Earshot stopped reading.`,
      )
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The body as it comes, unpacked. Silence longer than `idleSeconds` is an error. */
export async function* readAsItComes(from: OutsideBody, idleSeconds: number): AsyncGenerator<Uint8Array> {
  const parts = unpacked(from)
  try {
    while (true) {
      const next = await withinIdle(parts.next(), { idleSeconds, from })
      if (next.done) return
      yield next.value
    }
  } finally {
    from.body.destroy()
  }
}

function withinIdle<T>(
  next: Promise<T>,
  { idleSeconds, from }: { idleSeconds: number; from: OutsideBody },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const silence = new OutsideError('too slow', `${from.host} has said nothing for ${idleSeconds} seconds.`)
      reject(silence)
      from.body.destroy(silence)
    }, idleSeconds * 1000)
    next.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

async function* unpacked({ host, body, encoding }: OutsideBody): AsyncGenerator<Uint8Array> {
  try {
    const stream = await unpackingOf(body, encoding)
    for await (const part of stream) if (part instanceof Uint8Array) yield part
  } catch (thrown) {
    if (isPackingError(thrown))
      throw new OutsideError('not readable', `${host} sent an answer that is packed in a broken way.`, {
        cause: thrown,
      })
    throw outsideErrorFrom(thrown, host)
  } finally {
    body.destroy()
  }
}

async function unpackingOf(body: Readable, encoding: string | null): Promise<Readable> {
  // An answer without a body (304, to HEAD) may still say how its body would be packed.
  if (!encoding || (await firstByte(body)) === undefined) return body
  let stream = body
  const encodings = encoding.split(',').map((one) => one.trim().toLowerCase())
  for (const name of encodings.reverse()) {
    const unpacking = await unpackerFor(name, stream)
    if (unpacking) stream = connect(stream, unpacking)
  }
  return stream
}

async function unpackerFor(name: string, stream: Readable): Promise<Transform | undefined> {
  const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }
  if (name === 'gzip' || name === 'x-gzip') return createGunzip(lenient)
  if (name === 'br') return createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH })
  if (name === 'deflate') return (await firstByte(stream)) === 0x78 ? createInflate(lenient) : createInflateRaw(lenient)
  return undefined
}

/** Some servers send `deflate` without the zlib wrapping that RFC 9110 8.4.1.2 asks for; 0x78 begins the wrapped kind. */
async function firstByte(stream: Readable): Promise<number | undefined> {
  for await (const part of stream.iterator({ destroyOnReturn: false })) {
    if (!(part instanceof Uint8Array) || part.length === 0) continue
    stream.unshift(part)
    return part[0]
  }
  return undefined
}

function connect(source: Readable, unpacking: Transform): Transform {
  source.on('error', (error) => unpacking.destroy(error))
  source.on('close', () => {
    if (!source.readableEnded) unpacking.destroy(source.errored ?? new Error('cut'))
  })
  unpacking.on('close', () => source.destroy())
  return source.pipe(unpacking)
}

function isPackingError(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && /^(Z_|ERR__?ERROR|ERR_BROTLI|ERR_PADDING)/.test(String(thrown.code))
  )
}

function inMegabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${bytes} bytes`
}
