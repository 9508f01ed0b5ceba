import type { HeardPost } from '../../model/post.ts'
import type { Outgoing, SendOutcome, Tools } from '../connector.ts'
import { answers, moodsAfter } from './answers.ts'
import { between, chanceFor, chooseFrom } from './chance.ts'
import { keepLately, keepOurs, mailboxOf, type Standing } from './mailbox.ts'
import { homeOf, ourselves } from './people.ts'
import { networkOf, type SampleSettings } from './settings.ts'
import { storyOfPost } from './story-of-post.ts'

/** Puts a message of ours on the sample network, once for each key; the person it goes to may answer in a while. */
export function sendReply(tools: Tools<SampleSettings>, message: Outgoing): Promise<SendOutcome> {
  const { settings } = tools
  const now = tools.now()
  const mailbox = mailboxOf(networkOf(settings))
  const known = mailbox.ours.get(message.key)
  if (known) return Promise.resolve(sent(known))
  const standing = { key: message.key, post: ourPost(settings, message, now) }
  keepOurs(mailbox, standing)
  keepLately(mailbox, standing.post)
  const answer = answerTo(settings, message, now)
  if (answer) mailbox.waiting.push(answer)
  return Promise.resolve(sent(standing))
}

/** Looks whether a message stands there. After a restart nothing does, and it is put there again under the same id. */
export function findSent(
  { settings }: Tools<SampleSettings>,
  { key }: Outgoing,
): Promise<SendOutcome | { outcome: 'absent' }> {
  const known = mailboxOf(networkOf(settings)).ours.get(key)
  return Promise.resolve(known ? sent(known) : { outcome: 'absent' })
}

function sent({ post }: Standing): SendOutcome {
  return { outcome: 'sent', externalId: post.externalId, ...(post.url ? { url: post.url } : {}) }
}

function ourPost(settings: SampleSettings, message: Outgoing, now: Date): HeardPost {
  const externalId = `${networkOf(settings)}.ours.${message.key}`
  return {
    externalId,
    text: message.text,
    author: ourselves(settings.place),
    url: `${homeOf(settings.place)}/@fjordbrew/${message.key}`,
    createdAt: now,
    inReplyTo: message.inReplyTo.externalId,
    threadRoot: rootOf(message.inReplyTo.externalId),
    type: settings.place === 'reviews' ? 'comment' : 'reply',
    visibility: message.inReplyTo.visibility,
    ours: true,
  }
}

/** The first post of the thread, as far as the id of one of its posts tells. */
function rootOf(externalId: string): string {
  return storyOfPost(externalId) ? externalId.replace(/\.\d+$/, '.0') : externalId
}

/** What the person says to it, and when; or undefined where they leave it at that. The same for the same key. */
function answerTo(settings: SampleSettings, message: Outgoing, now: Date): { due: Date; post: HeardPost } | undefined {
  const { inReplyTo, key } = message
  const network = networkOf(settings)
  const chance = chanceFor(network, 'answer', key)
  const story = storyOfPost(inReplyTo.externalId)
  let left = chance()
  const mood = moodsAfter(story?.kind).find(([, likely]) => (left -= likely) < 0)?.[0]
  if (!mood) return undefined
  const language = story?.language ?? 'en'
  const due = new Date(now.getTime() + between(5_000, 20_000, chance))
  const externalId = `${network}.answer.${key}`
  const post: HeardPost = {
    externalId,
    text: chooseFrom(answers[mood][language], chance),
    author: inReplyTo.author,
    url: `${homeOf(settings.place)}/${inReplyTo.author.handle}/${key}`,
    createdAt: due,
    language,
    inReplyTo: `${network}.ours.${key}`,
    threadRoot: rootOf(inReplyTo.externalId),
    type: settings.place === 'reviews' ? 'comment' : 'reply',
    visibility: inReplyTo.visibility,
    addressedToUs: true,
  }
  return { due, post }
}
