/**
 * Plain values and typed arrays in one buffer. First a head of 32 bytes: the letters of `magic`, then as 32-bit numbers the
 * order of bytes, the version, the size of the JSON and a checksum of all that follows the head, then the size of it all as
 * a 64-bit fraction. Behind it the JSON, in which `{"array": kind, "at": byte, "count": n}` stands for an array, and the
 * arrays. Everything begins at a multiple of 8 bytes.
 */

const magic = 'EARSHOTQ'
/** Another one whenever an index is kept in another way. */
const version = 2
const byteOrder = 0x0a0b0c0d
const headSize = 32
const words = { order: 2, version: 3, json: 4, checksum: 5 } as const
const sizeAt = 3

/** Bytes that are no packed index, or cannot be used; the sentence says why and what to do. */
export class PackedIndexError extends Error {
  override name = 'PackedIndexError'
}

type Numbers = Int32Array | Uint16Array | Uint8Array

const kinds = {
  Int32Array: (buffer: ArrayBufferLike, at: number, count: number): Numbers => new Int32Array(buffer, at, count),
  Uint16Array: (buffer: ArrayBufferLike, at: number, count: number): Numbers => new Uint16Array(buffer, at, count),
  Uint8Array: (buffer: ArrayBufferLike, at: number, count: number): Numbers => new Uint8Array(buffer, at, count),
}

interface Placed {
  array: keyof typeof kinds
  at: number
  count: number
}

/** Writes a value that holds nothing but JSON values and arrays of the kinds above. */
export function writePacked(value: unknown): SharedArrayBuffer {
  const arrays: [Placed, Numbers][] = []
  let end = 0
  const json = new TextEncoder().encode(
    JSON.stringify(value, (_, inside: unknown) => {
      if (!isNumbers(inside)) return inside
      const placed: Placed = { array: kindOf(inside), at: end, count: inside.length }
      arrays.push([placed, inside])
      end = aligned(end + inside.byteLength)
      return placed
    }),
  )
  const firstArray = aligned(headSize + json.length)
  const buffer = new SharedArrayBuffer(firstArray + end)
  const bytes = new Uint8Array(buffer)
  bytes.set(json, headSize)
  for (const [{ array, at, count }, numbers] of arrays) kinds[array](buffer, firstArray + at, count).set(numbers)
  writeHead(bytes, json.length)
  return buffer
}

/** What was written. The arrays are views on the bytes; only bytes that do not begin at a multiple of 8 are copied. */
export function readPacked(given: Uint8Array): unknown {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice()
  const jsonSize = checkHead(bytes)
  const firstArray = bytes.byteOffset + aligned(headSize + jsonSize)
  // A decoder refuses shared memory.
  const text = new TextDecoder().decode(bytes.slice(headSize, headSize + jsonSize))
  return JSON.parse(text, (_, inside: unknown) =>
    isPlaced(inside) ? kinds[inside.array](bytes.buffer, firstArray + inside.at, inside.count) : inside,
  )
}

function isNumbers(value: unknown): value is Numbers {
  return value instanceof Int32Array || value instanceof Uint16Array || value instanceof Uint8Array
}

function kindOf(numbers: Numbers): keyof typeof kinds {
  if (numbers instanceof Int32Array) return 'Int32Array'
  return numbers instanceof Uint16Array ? 'Uint16Array' : 'Uint8Array'
}

function isPlaced(value: unknown): value is Placed {
  return typeof value === 'object' && value !== null && 'array' in value
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8
}

function writeHead(bytes: Uint8Array, jsonSize: number): void {
  for (let index = 0; index < magic.length; index++) bytes[index] = magic.charCodeAt(index)
  const head = new Uint32Array(bytes.buffer, 0, headSize / 4)
  head[words.order] = byteOrder
  head[words.version] = version
  head[words.json] = jsonSize
  head[words.checksum] = checksumOf(bytes, jsonSize)
  new Float64Array(bytes.buffer, 0, headSize / 8)[sizeAt] = bytes.length
}

/** Makes sure that the bytes are whole, unharmed and of this version; gives the size of the JSON. */
function checkHead(bytes: Uint8Array): number {
  const { buffer, byteOffset, length } = bytes
  if (length < headSize || String.fromCharCode(...bytes.subarray(0, magic.length)) !== magic)
    throw new PackedIndexError('This is no packed index: it does not begin as one. Name a file that --index-out wrote.')
  const head = new Uint32Array(buffer, byteOffset, headSize / 4)
  if (head[words.order] !== byteOrder)
    throw new PackedIndexError(
      'This index was packed on a machine with another order of bytes. Pack it anew on this one.',
    )
  if (head[words.version] !== version)
    throw new PackedIndexError(
      `This index was packed in version ${head[words.version]}, and version ${version} is read here. Pack it anew.`,
    )
  const size = new Float64Array(buffer, byteOffset, headSize / 8)[sizeAt]!
  if (size !== length)
    throw new PackedIndexError(`This index is not whole: ${length} bytes, where there were ${size}. Copy it again.`)
  const jsonSize = head[words.json]!
  if (head[words.checksum] !== checksumOf(bytes, jsonSize))
    throw new PackedIndexError('This index is damaged: its checksum is another. Copy it again, or pack it anew.')
  return jsonSize
}

function checksumOf({ buffer, byteOffset, length }: Uint8Array, jsonSize: number): number {
  const numbers = new Int32Array(buffer, byteOffset + headSize, (length - headSize) >> 2)
  let sum = jsonSize
  for (let index = 0; index < numbers.length; index++) sum = (Math.imul(sum, 31) + numbers[index]!) | 0
  return sum >>> 0
}
