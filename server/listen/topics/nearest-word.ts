/** The choice that differs by at most two letters, if there is one. */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  const scored = choices.map((choice) => ({ choice, steps: distance(word.slice(0, 20), choice) }))
  const best = scored.toSorted((a, b) => a.steps - b.steps)[0]
  return best && best.steps <= Math.min(2, word.length / 3) ? best.choice : undefined
}

/** How many letters must be put in, taken out or changed to get from one word to the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
