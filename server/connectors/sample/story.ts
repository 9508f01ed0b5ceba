/** What a story of the sample network is about. */
export type StoryKind =
  | 'praise'
  | 'complaint'
  | 'question'
  | 'purchase'
  | 'wish'
  | 'rival'
  | 'need'
  | 'campaign'
  | 'chatter'
  | 'advert'
  | 'namesake'
  | 'rant'

export type SamplePlace = 'social' | 'reviews'

/**
 * A thread, line by line. The first line opens it; later lines begin with who speaks: `they:` the same person, `other:`
 * somebody else, `us:` our own account, `edit:` the first line in other words, `gone:` the first line is taken away.
 *
 * In a line, `{a|b}` is one of these, `{author}` the first name of who began, `[picture: …]` a picture with its
 * description. A first line may begin with `dm:` (private) or, in a review, with its stars and a title: `★★ Title | text`.
 */
export type Story = readonly string[]

export interface StoryGroup {
  kind: StoryKind
  place: SamplePlace
  language: 'en' | 'de'
  stories: readonly Story[]
}
