import { Problem } from '../access/problem.ts'

const deepest = 32
/** Keys that mean something to the language itself; nothing of ours is called so. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The JSON of a body. Throws 415 for another kind of content, 400 for what is not JSON (RFC 8259) in UTF-8, 422 for
 * texts that no store can keep. An empty body is an empty object.
 */
export function readJson(body: Buffer, contentType: string | null): unknown {
  if (body.length === 0) return {}
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '')) {
    throw new Problem(415, 'not_json', 'Send JSON here, with the header Content-Type: application/json.')
  }
  const value = parse(body)
  checkTexts(value)
  return value
}

/** Throws 422 for a text with the character U+0000 or half a surrogate pair, naming the field. */
export function checkText(text: string, field: string): void {
  if (!text.includes('\u0000') && text.isWellFormed()) return
  const message = text.includes('\u0000')
    ? 'This text holds the invisible character U+0000, which cannot be kept. Remove it.'
    : 'This text holds half a character (a lone surrogate), which cannot be kept. Remove it.'
  throw new Problem(422, 'invalid', field === '' ? message : `${field}: ${message}`, { field })
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8'
    throw new Problem(400, 'bad_json', `This is not JSON: ${reason}.`)
  }
}

function checkTexts(root: unknown): void {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') checkText(value, path)
    if (typeof value !== 'object' || value === null) continue
    if (depth >= deepest) throw new Problem(400, 'too_deep', `This is nested more than ${deepest} levels deep.`)
    for (const [key, inner] of Object.entries(value)) {
      const inside = path === '' ? key : `${path}.${key}`
      if (refusedKeys.has(key))
        throw new Problem(400, 'unknown_field', `There is no field ${inside} here.`, { field: inside })
      checkText(key, path)
      open.push({ value: inner, path: inside, depth: depth + 1 })
    }
  }
}
