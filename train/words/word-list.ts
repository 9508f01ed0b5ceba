/** By word as posts are cut: from -5, very bad, to 5, very good. */
export type WordList = ReadonlyMap<string, number>
