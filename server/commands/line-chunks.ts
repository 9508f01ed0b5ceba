import { createReadStream } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** Whole lines, as bytes, with the number of the first. */
export interface LineChunk {
  bytes: Uint8Array<ArrayBuffer>
  firstLine: number
}

const newline = 10
const longestLine = 64 * 1024 * 1024

/** Reads a file, or standard input for `-`, in pieces that end at a line's end. Holds one piece at a time. */
export async function* lineChunks(file: string): AsyncGenerator<LineChunk> {
  const source = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 })
  let rest: Buffer = Buffer.alloc(0)
  let firstLine = 1
  try {
    for await (const read of source) {
      const piece: Buffer = rest.length === 0 ? Buffer.from(read) : Buffer.concat([rest, Buffer.from(read)])
      const end = piece.lastIndexOf(newline) + 1
      rest = piece.subarray(end)
      if (rest.length > longestLine) throw new UsageError(`Line ${firstLine} of ${nameOf(file)} is longer than 64 MB.`)
      if (end === 0) continue
      const bytes = new Uint8Array(piece.subarray(0, end))
      yield { bytes, firstLine }
      firstLine += countLines(bytes)
    }
  } catch (error) {
    throw fileProblem(error, file)
  }
  if (rest.length > 0) yield { bytes: new Uint8Array(rest), firstLine }
}

const decoder = new TextDecoder()

/** The lines of a chunk with their numbers; empty ones are left out. */
export function linesOf({ bytes, firstLine }: LineChunk): { line: string; number: number }[] {
  return decoder
    .decode(bytes)
    .split('\n')
    .map((line, index) => ({ line, number: firstLine + index }))
    .filter(({ line }) => line.trim() !== '')
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++
  return count
}

/** How a file is called in sentences. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

/** What is wrong with a file, in words; any other error as it is. */
export function fileProblem(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new UsageError(`There is no file ${file}. Name another one, or - for standard input.`)
  if (code === 'EACCES') return new UsageError(`${file} may not be read by this user.`)
  return code === 'EISDIR' ? new UsageError(`${file} is a folder. Name a file.`) : error
}
