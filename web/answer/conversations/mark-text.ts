export interface Span {
  start: number
  end: number
}

/** A piece of a text, marked or not. */
export interface Piece {
  text: string
  isMarked: boolean
}

/** Cuts a text at its marked places (UTF-16 units, end exclusive). Places that overlap are one; those outside are cut. */
export function markText(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), isMarked: false })
    const last = pieces.at(-1)
    if (last?.isMarked && from === at) last.text += text.slice(from, to)
    else pieces.push({ text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}
