/** A row of numbers from 0 up to 1 that is the same for the same words, on every machine (FNV-1a, then mulberry32). */
export function chanceFor(...words: (string | number)[]): () => number {
  let state = 0x811c9dc5
  for (const unit of Buffer.from(words.join('\u001f'))) state = Math.imul(state ^ unit, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function chooseFrom<Choice>(choices: readonly Choice[], chance: () => number): Choice {
  return choices[Math.floor(chance() * choices.length)]!
}

/** A whole number from `least` to `most`, both included. */
export function between(least: number, most: number, chance: () => number): number {
  return least + Math.floor(chance() * (most - least + 1))
}

/** The same things in another order (Fisher and Yates). */
export function shuffle<Thing>(things: readonly Thing[], chance: () => number): Thing[] {
  const shuffled = [...things]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = between(0, last, chance)
    ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
  }
  return shuffled
}
