/** What was seen of a word beside its letters, as bits of `CutPost.flags`. */
export const wordFlag = {
  /** At least two letters, all of them capitals. */
  capitals: 1,
  /** A letter stood three times or more in a row. */
  lengthened: 2,
  hashtag: 4,
  mention: 8,
  link: 16,
  emoji: 32,
  emoticon: 64,
  /** A run of `!` and `?`. */
  mark: 128,
  number: 256,
  /** A full stop, comma, colon, bracket, dash or line break stands between the word before and this one. */
  afterPause: 512,
  /** Two or more full stops stand before it. */
  afterDots: 1024,
  quoted: 2048,
  /** A number with a sign of currency. */
  money: 4096,
  /** The first of the text, where the post has a title: nothing reaches over from the title. */
  newPart: 8192,
} as const
