/** Ids (UUIDs) in flat memory, 16 bytes each, by their number. */
export interface PackedIds {
  put(at: number, id: string): void
  get(at: number): string
}

const size = 16

export function packedIds(count: number): PackedIds {
  const bytes = Buffer.alloc(count * size)
  return {
    put: (at, id) => void bytes.write(id.replaceAll('-', ''), at * size, 'hex'),
    get: (at) => {
      const hex = bytes.toString('hex', at * size, (at + 1) * size)
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
    },
  }
}
