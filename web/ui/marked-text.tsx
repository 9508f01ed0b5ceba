import { Fragment } from 'react'

interface Place {
  start: number
  end: number
}

/** A text with the words that hit marked. Places may lie over one another and beyond the end. */
export function MarkedText({ text, places }: { text: string; places: readonly Place[] }) {
  const pieces: { text: string; marked: boolean; at: number }[] = []
  let at = 0
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false, at })
    pieces.push({ text: text.slice(from, to), marked: true, at: from })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, at })
  return (
    <>
      {pieces.map((piece) =>
        piece.marked ? <mark key={piece.at}>{piece.text}</mark> : <Fragment key={piece.at}>{piece.text}</Fragment>,
      )}
    </>
  )
}
