import { Problem } from '../access/problem.ts'

/** Reads a body of at most `limit` bytes, whatever its headers say. Throws the problem 413 beyond. */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(limit: number): Problem {
  const most = limit >= 1_000_000 ? `${Math.floor(limit / 1_000_000)} MB` : `${limit} bytes`
  return new Problem(413, 'too_large', `This is too large: at most ${most} are taken here. Send less at a time.`)
}
