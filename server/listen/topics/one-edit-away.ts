/** Fewer posts than this, and a word is as likely a slip itself. */
const leastPosts = 3
const leastLetters = 4

/**
 * The most frequent word from which one typing slip leads to this one: a letter too many, missing, wrong, or two that
 * changed places. Words of fewer than four letters have too many neighbours to say.
 */
export function oneEditAway(
  word: string,
  posts: ReadonlyMap<string, number>,
): { word: string; posts: number } | undefined {
  if (word.length < leastLetters || word.length > 60) return undefined
  let best: { word: string; posts: number } | undefined
  for (const [known, count] of posts) {
    if (count < leastPosts || count <= (best?.posts ?? 0)) continue
    if (isOneEdit(word, known)) best = { word: known, posts: count }
  }
  return best
}

function isOneEdit(a: string, b: string): boolean {
  const longer = a.length - b.length
  if (longer < -1 || longer > 1) return false
  const shortest = Math.min(a.length, b.length)
  let same = 0
  while (same < shortest && a[same] === b[same]) same++
  if (longer === 1) return a.slice(same + 1) === b.slice(same)
  if (longer === -1) return a.slice(same) === b.slice(same + 1)
  if (a.slice(same + 1) === b.slice(same + 1)) return same < shortest
  return a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2)
}
