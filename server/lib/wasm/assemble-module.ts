import { unsigned } from './instructions.ts'

export interface Routine {
  name: string
  /** All are 32-bit integers; there is no result. */
  parameters: number
  /** Further locals: 32-bit integers, then vectors of 128 bits. */
  integers: number
  vectors: number
  body: readonly number[]
}

/** `\0asm`, version 1. */
const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const integer = 0x7f
const vector = 0x7b

/** The bytes of a WebAssembly module that imports `kernel.memory` and exports the routines. */
export function assembleModule(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ parameters }) => [
    0x60,
    ...counted(Array.from({ length: parameters }, () => [integer])),
    0x00,
  ])
  const memory = [...text('kernel'), ...text('memory'), 0x02, 0x00, 0x00]
  const exported = routines.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)])
  const codes = routines.map(({ integers, vectors, body }) => {
    const locals = counted([
      [...unsigned(integers), integer],
      [...unsigned(vectors), vector],
    ])
    return sized([...locals, ...body, 0x0b])
  })
  return Uint8Array.from([
    ...preamble,
    ...section(1, types),
    ...section(2, [memory]),
    ...section(
      3,
      routines.map((_, index) => unsigned(index)),
    ),
    ...section(7, exported),
    ...section(10, codes),
  ])
}

const counted = (items: readonly (readonly number[])[]) => [...unsigned(items.length), ...items.flat()]
const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes]
const text = (name: string) => sized(Array.from(new TextEncoder().encode(name)))
const section = (id: number, items: readonly (readonly number[])[]) => [id, ...sized(counted(items))]
