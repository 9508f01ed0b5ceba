import { ownValue } from './own-value.ts'

/** What other tools can ask for and we write otherwise, or do not know. */
export interface ForeignField {
  /** What to do, as a sentence. */
  advice: string
  /** What does the same here; '' where there is nothing and it is best left out; undefined where only the writer knows. */
  instead?: (value: string) => string | undefined
}

const word = (value: string) => (/[\s()]/.test(value) ? `"${value}"` : value)
const nothing = () => ''
const sign = (character: '#' | '@') => (value: string) => `${character}${value.replace(/^[#@]/, '')}`
const among = (choices: Record<string, string>) => (value: string) => ownValue(choices, value.toLowerCase())

const hashtag: ForeignField = { advice: 'A hashtag is written #acme.', instead: sign('#') }
const handle: ForeignField = { advice: 'Somebody who is addressed is written @acme.', instead: sign('@') }
const likes: ForeignField = {
  advice: 'Likes, shares and answers are not counted when a post comes in. Leave this out.',
  instead: nothing,
}
const time: ForeignField = {
  advice: 'A topic listens to what is written from now on, without dates. Leave this out.',
  instead: nothing,
}
const mood: ForeignField = {
  advice: 'Moods are read after a post is found; they are asked for in rules and in the inbox. Leave this out.',
  instead: nothing,
}
const place: ForeignField = { advice: 'Only the country is known, where the source states it: country:de.' }
const followers: ForeignField = {
  advice: 'The number of followers is written followers:>=1000.',
  instead: (value) => (/^\d+$/.test(value) ? `followers:>=${value}` : undefined),
}
const inText: ForeignField = { advice: 'Words are found in the whole text without a field.', instead: word }
const kind: ForeignField = {
  advice: 'What a post is, is written type:reply, type:quote or type:review.',
  instead: among({ reply: 'type:reply', replies: 'type:reply', quote: 'type:quote', comment: 'type:comment' }),
}
const exactCase: ForeignField = {
  advice: 'Exact upper and lower case is written {Acme}.',
  instead: (value) => `{${value}}`,
}
const possession: ForeignField = {
  advice: 'What a post has is written has:link or has:media; what it is, type:reply.',
  instead: among({
    links: 'has:link',
    media: 'has:media',
    images: 'has:media',
    videos: 'has:media',
    native_video: 'has:media',
    replies: 'type:reply',
    quote: 'type:quote',
  }),
}
const inAddress: ForeignField = {
  advice: 'A part of the address is written url:"blog".',
  instead: (value) => `url:"${value}"`,
}

/** By the name of the field in small letters. */
export const foreignFields: Record<string, ForeignField> = {
  to: handle,
  mention: handle,
  mentions: handle,
  at_mentions: handle,
  atmentions: handle,
  hashtag,
  hashtags: hashtag,
  tag: hashtag,
  min_faves: likes,
  min_likes: likes,
  min_retweets: likes,
  min_replies: likes,
  engagement: likes,
  likes,
  retweets: likes,
  since: time,
  until: time,
  date: time,
  after: time,
  before: time,
  sentiment: mood,
  emotion: mood,
  city: place,
  region: place,
  continent: place,
  geocode: place,
  place,
  near: place,
  min_followers: followers,
  authorfollowers: followers,
  followers_count: followers,
  text: inText,
  body: inText,
  content: inText,
  intext: inText,
  is: kind,
  engagementtype: kind,
  raw: exactCase,
  case: exactCase,
  filter: possession,
  inurl: inAddress,
}
