/** A text without HTML entities, and for each of its units (and its end) where it stood before; none when nothing changed. */
export interface Resolved {
  text: string
  offsets?: Int32Array
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#[xX]([0-9a-fA-F]{1,6}));/g

/** Networks hand over `&amp;` and its kin in what should be plain text. */
export function resolveEntities(text: string): Resolved {
  if (!text.includes('&')) return { text }
  const offsets = new Int32Array(text.length + 1)
  let resolved = ''
  let at = 0
  const keep = (until: number) => {
    for (let from = at; from < until; from++) offsets[resolved.length + from - at] = from
    resolved += text.slice(at, until)
    at = until
  }
  for (const match of text.matchAll(entity)) {
    keep(match.index)
    const sign = signOf(match)
    offsets.fill(at, resolved.length, resolved.length + sign.length)
    resolved += sign
    at = match.index + match[0].length
  }
  keep(text.length)
  offsets[resolved.length] = text.length
  return { text: resolved, offsets }
}

function signOf([, name, decimal, hexadecimal]: RegExpMatchArray): string {
  if (name !== undefined) return named[name]!
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}
