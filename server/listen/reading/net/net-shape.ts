/** Numbers in a word's vector. */
export const vectorSize = 100

/** How many filters look at one word, how many at two words in a row, and how many at three. */
export const filtersPerWidth = 80
export const widths = [1, 2, 3] as const

/** Numbers that come of a post: the strongest answer of each filter. */
export const unitCount = filtersPerWidth * widths.length

/**
 * A filter of two words is the sum of a product with the first and one with the second, so each word has this many
 * products: those of width one, then first and second word of width two, then first, second and third of width three.
 */
export const productCount = filtersPerWidth * 6

/** Words that are not written: one nobody knows, and what stands before the first and after the last. */
export const unwritten = ['<unknown>', '<start>', '<end>'] as const
export const unknownWord = 0
export const startWord = 1
export const endWord = 2
