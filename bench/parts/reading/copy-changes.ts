/** Draws whole numbers below a bound; the same seed, the same draws. */
export type Draw = (below: number) => number

/** Mulberry32: small, and good enough to choose words by. */
export function drawFrom(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const prefixes = ['RT @somebody: ', 'Breaking: ', 'So true. ', 'via @paper: ', 'Hey all, ', 'WTF!! ', '“']
const names = ['@kestrel', '@nordvane', 'Kestrel', 'Nordvane', 'Anna', 'Mr Jones']
const endings = [' 😡', ' 😂😂', ' 🙏🏽', ' #fail', ' #neveragain', ' 👏 #wow']

/** The seven ways in which people change what they copy. */
export const copyChanges: Record<string, (text: string, draw: Draw) => string> = {
  prefix: (text, draw) => prefixes[draw(prefixes.length)] + text,
  'other link': (text, draw) =>
    `${text.replaceAll(/https?:\S+/g, '').trim()} https://link.example/${draw(1e9).toString(36)}`,
  'other name': (text, draw) => otherName(text, names[draw(names.length)]!),
  typo: (text, draw) => typo(text, draw),
  cut: (text) => `${text.slice(0, Math.ceil(text.length * 0.75))}…`,
  capitals: (text) => text.toUpperCase(),
  'emoji or hashtag': (text, draw) => text + endings[draw(endings.length)],
}

/** The first handle, else the first name inside a sentence, else the first word is another. */
function otherName(text: string, name: string): string {
  for (const pattern of [/@\w+/, /(?<=[a-z,] )[A-Z][a-z]{2,}/, /\S+/])
    if (pattern.test(text)) return text.replace(pattern, name)
  return text
}

/** Two neighbouring letters change places. */
function typo(text: string, draw: Draw): string {
  const at = draw(Math.max(1, text.length - 1))
  return text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2)
}
