const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const longestWord = 100
const mostWords = 5_000

/** The words of a text as they are looked for: lower case, each once, in any script (no dictionary, no stems). */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
    if (!isWordLike) continue
    words.add(segment.slice(0, longestWord))
    // Whoever looks for “kettle” means “kettle’s” too.
    for (const part of segment.split(/['’.:]/u)) if (part !== '') words.add(part.slice(0, longestWord))
    if (words.size >= mostWords) break
  }
  return [...words]
}

/** What somebody typed, as a `tsquery`: all words, the last one perhaps not finished. '' when it holds no word. */
export function searchQuery(typed: string): string {
  const words = searchWords(typed)
  return words.map((word, at) => quoted(word) + (at === words.length - 1 ? ':*' : '')).join(' & ')
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
