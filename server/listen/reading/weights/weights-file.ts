import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import type { Block, BlockKind, BlockOf } from './block-kinds.ts'
import { blockKinds, kindOf } from './block-kinds.ts'

/**
 * The container of weights, little-endian: 8 bytes of magic, three 32-bit numbers (format, feature rules, length of the
 * header), 4 bytes of nothing, the SHA-256 of all other bytes, the header as JSON, then the blocks, each on a multiple
 * of 8 bytes, so that they are read where they lie.
 */
const magic = 'EARSHOTW'
const format = 1
const checksumAt = 24
const headerAt = 56

const headerSchema = z.object({
  name: z.string(),
  version: z.string(),
  date: z.string(),
  details: z.unknown(),
  blocks: z.record(
    z.string(),
    z.object({
      kind: z.enum(Object.keys(blockKinds) as [BlockKind, ...BlockKind[]]),
      at: z.int().nonnegative(),
      length: z.int().nonnegative(),
    }),
  ),
})

/** What a weights file says of itself. */
export interface WeightsHeader<Details> {
  name: string
  version: string
  /** The day of the training as it was told, such as `2026-11-22`; never the clock's, or two trainings would differ. */
  date: string
  /** The rules by which a text becomes features. Weights read with other rules would be noise. */
  featureRules: number
  /** What only this file's own reader understands: labels, temperatures, scores. Anything that JSON holds. */
  details: Details
}

export interface Weights<Details> extends WeightsHeader<Details> {
  /** SHA-256 of the file without the checksum itself, in hexadecimal. */
  checksum: string
  bytes: number
  /** A view into the file as it was read, nothing copied. A block that is missing or of another kind is refused. */
  block: <Kind extends BlockKind>(name: string, kind: Kind) => BlockOf<Kind>
}

export interface WeightsExpected<Details> {
  name: string
  featureRules: number
  details: z.ZodType<Details>
}

/** A weights file that cannot be used, with the reason and what to do. */
export class WeightsRefused extends Error {
  override name = 'WeightsRefused'
}

/** Writes weights and says how large they are and how they sum up. The same input gives the same bytes. */
export function writeWeights<Details>(
  file: string,
  { featureRules, ...header }: WeightsHeader<Details>,
  blocks: Readonly<Record<string, Block>>,
): { bytes: number; checksum: string } {
  const placed: [name: string, { kind: BlockKind; at: number; length: number }][] = []
  let size = 0
  for (const [name, block] of Object.entries(blocks)) {
    placed.push([name, { kind: kindOf(block), at: size, length: block.length }])
    size = aligned(size + block.byteLength)
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...header, blocks: Object.fromEntries(placed) }))
  const start = aligned(headerAt + json.length)
  const bytes = new Uint8Array(start + size)
  const numbers = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(magic))
  numbers.setUint32(8, format, true)
  numbers.setUint32(12, featureRules, true)
  numbers.setUint32(16, json.length, true)
  bytes.set(json, headerAt)
  for (const [name, { at }] of placed) bytes.set(bytesOf(blocks[name]), start + at)
  const checksum = sumOf(bytes)
  bytes.set(checksum, checksumAt)
  writeFileSync(file, bytes)
  return { bytes: bytes.length, checksum: checksum.toString('hex') }
}

/** Reads a weights file whole, checks it and hands out views into it. Throws `WeightsRefused` with a sentence. */
export function readWeights<Details>(file: string, expected: WeightsExpected<Details>): Weights<Details> {
  const bytes = readBytes(file)
  const { header, start, featureRules, checksum } = readHeader(file, bytes)
  if (header.name !== expected.name)
    throw new WeightsRefused(
      `${file} holds the weights “${header.name}”, “${expected.name}” are needed. ${again(file)}`,
    )
  if (featureRules !== expected.featureRules) {
    throw new WeightsRefused(
      `${file} was trained with feature rules ${featureRules}, this program cuts posts by rules ${expected.featureRules}. Train it again: npm run train -- ${expected.name}`,
    )
  }
  const details = expected.details.safeParse(header.details)
  if (!details.success) throw new WeightsRefused(`${file}: ${z.prettifyError(details.error)}. ${again(file)}`)
  const block = <Kind extends BlockKind>(name: string, kind: Kind): BlockOf<Kind> => {
    const place = header.blocks[name]
    if (!place) throw new WeightsRefused(`${file} has no block “${name}”. ${again(file)}`)
    if (place.kind !== kind)
      throw new WeightsRefused(`${file}: block “${name}” holds ${place.kind}, ${kind} is needed. ${again(file)}`)
    const from = start + place.at
    if (from % 8 !== 0 || from + place.length * blockKinds[kind].BYTES_PER_ELEMENT > bytes.length)
      throw new WeightsRefused(`${file}: block “${name}” does not lie within the file. ${again(file)}`)
    return new blockKinds[kind](bytes.buffer, from, place.length) as BlockOf<Kind>
  }
  const { name, version, date } = header
  return { name, version, date, featureRules, details: details.data, checksum, bytes: bytes.length, block }
}

function readHeader(file: string, bytes: Uint8Array<ArrayBuffer>) {
  const numbers = new DataView(bytes.buffer)
  if (bytes.length < headerAt || new TextDecoder().decode(bytes.subarray(0, 8)) !== magic)
    throw new WeightsRefused(`${file} is not a weights file of Earshot. ${again(file)}`)
  const written = numbers.getUint32(8, true)
  if (written !== format) {
    throw new WeightsRefused(
      `${file} is written in format ${written}, this program reads format ${format}. Take the file of this release.`,
    )
  }
  const checksum = sumOf(bytes)
  if (!checksum.equals(bytes.subarray(checksumAt, headerAt)))
    throw new WeightsRefused(`${file} is damaged: its checksum does not fit. ${again(file)}`)
  const length = numbers.getUint32(16, true)
  const text = new TextDecoder().decode(bytes.subarray(headerAt, headerAt + length))
  const header = headerSchema.safeParse(JSON.parse(text))
  if (!header.success) throw new WeightsRefused(`${file}: ${z.prettifyError(header.error)}. ${again(file)}`)
  const featureRules = numbers.getUint32(12, true)
  return { header: header.data, start: aligned(headerAt + length), featureRules, checksum: checksum.toString('hex') }
}

/** Into memory of its own: what Node hands out from its pool may begin anywhere, and views must be aligned. */
function readBytes(file: string): Uint8Array<ArrayBuffer> {
  const handle = open(file)
  try {
    const bytes = new Uint8Array(fstatSync(handle).size)
    for (let done = 0; done < bytes.length;) {
      const read = readSync(handle, bytes, done, bytes.length - done, done)
      if (read === 0) throw new WeightsRefused(`${file} became shorter while it was read. Try again.`)
      done += read
    }
    return bytes
  } finally {
    closeSync(handle)
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (cause) {
    throw new WeightsRefused(`${file} cannot be read. ${again(file)}`, { cause })
  }
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes.subarray(0, checksumAt)).update(bytes.subarray(headerAt)).digest()
}

function bytesOf(block: Block | undefined): Uint8Array {
  return block ? new Uint8Array(block.buffer, block.byteOffset, block.byteLength) : new Uint8Array()
}

const aligned = (at: number) => Math.ceil(at / 8) * 8

const again = (file: string) => `Fetch it again: git checkout -- ${file}`
