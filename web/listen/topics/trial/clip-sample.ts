interface Place {
  start: number
  end: number
}

const mostShown = 280
const before = 70

/** The part of a text around its first hit, with the places moved along. Never cuts a character in two. */
export function clipSample(text: string, places: readonly Place[]): { text: string; places: Place[] } {
  if (text.length <= mostShown) return { text, places: [...places] }
  const first = Math.min(...places.map((place) => place.start), text.length - mostShown)
  const start = wholeCharacter(text, first <= before ? 0 : first - before)
  const end = wholeCharacter(text, Math.min(text.length, start + mostShown))
  const head = start > 0 ? '…' : ''
  const shift = head.length - start
  return {
    text: `${head}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    places: places
      .filter((place) => place.end <= end && place.start >= start)
      .map((place) => ({ start: place.start + shift, end: place.end + shift })),
  }
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
