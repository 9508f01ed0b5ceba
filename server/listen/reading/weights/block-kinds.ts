/** What a block of a weights file may hold; the name stands in the header. */
export const blockKinds = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const

export type BlockKind = keyof typeof blockKinds
export type BlockOf<Kind extends BlockKind> = InstanceType<(typeof blockKinds)[Kind]>
export type Block = BlockOf<BlockKind>

export function kindOf(block: Block): BlockKind {
  const kinds = Object.keys(blockKinds) as BlockKind[]
  const kind = kinds.find((name) => block instanceof blockKinds[name])
  if (kind === undefined) throw new TypeError('a block of weights is a typed array of whole or broken numbers')
  return kind
}
