/** Unsigned LEB128, as WebAssembly writes numbers. */
export function unsigned(value: number): number[] {
  const rest = value >>> 7
  return rest === 0 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(rest)]
}

/** Signed LEB128, for numbers that are not negative. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)]
}

const get = (local: number) => [0x20, ...unsigned(local)]
const set = (local: number) => [0x21, ...unsigned(local)]
const addIntegers = [0x6a]
const constant = (value: number) => [0x41, ...signed(value)]
const at = (alignment: number, offset: number) => [alignment, ...unsigned(offset)]

/** The WebAssembly instructions that the kernel needs (WebAssembly 2.0, chapter 5, binary format). */
export const instructions = {
  get,
  set,
  addIntegers,
  loop: (body: readonly number[]) => [0x03, 0x40, ...body, 0x0b],
  addConstant: (local: number, value: number) => [...get(local), ...constant(value), ...addIntegers, ...set(local)],
  addLocal: (local: number, other: number) => [...get(local), ...get(other), ...addIntegers, ...set(local)],
  /** Takes one off and goes round again until nothing is left. */
  countDown: (local: number) => [...get(local), ...constant(1), 0x6b, 0x22, ...unsigned(local), 0x0d, 0x00],
  loadInteger: (offset: number) => [0x28, ...at(2, offset)],
  loadVector: (offset: number) => [0xfd, 0x00, ...at(2, offset)],
  loadSplat: (offset: number) => [0xfd, 0x09, ...at(2, offset)],
  storeVector: (offset: number) => [0xfd, 0x0b, ...at(2, offset)],
  zeroVector: [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)],
  addVectors: [0xfd, 0xe4, 0x01],
  multiplyVectors: [0xfd, 0xe6, 0x01],
  /** Eight numbers of 16 bits at once, signed; a sum beyond them stays at the last. */
  addShorts: [0xfd, 0x8f, 0x01],
  largerShorts: [0xfd, 0x98, 0x01],
  /** The smallest number of 16 bits, eight times. */
  smallestShorts: [0xfd, 0x0c, ...Array.from({ length: 8 }, () => [0x00, 0x80]).flat()],
}
