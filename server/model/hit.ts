/** Words that made a query match: a place in one part of a post, in UTF-16 units, end exclusive. */
export interface Hit {
  part: 'title' | 'text' | 'alt'
  start: number
  end: number
}
