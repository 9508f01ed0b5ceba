import { z } from 'zod'
import { BackOff, SignInNeeded, type Outgoing, type SendOutcome, type Tools } from '../connector.ts'
import { outcomeOfFailure, outcomeOfRefusal } from '../send-outcome.ts'
import { askGraph, postToGithub, throwIfLimited } from './ask-github.ts'
import { discussionComments, issueComments, type FoundComment } from './find-comments.ts'
import { nameOf, placeOf, type Place } from './place.ts'
import type { GithubSettings } from './settings.ts'

/** Clocks differ; a comment of ours is looked for from a little before it was first tried. */
const clockSlackMs = 10 * 60_000

/** Writes a comment under an issue, pull request or discussion, once: an unseen mark in it tells whether it stands there. */
export async function send(tools: Tools<GithubSettings>, message: Outgoing): Promise<SendOutcome> {
  const place = placeOf(message.inReplyTo.externalId)
  if (!place) return { outcome: 'failed', reason: 'What it answers is nothing on GitHub that can be answered.' }
  try {
    const before = await find(tools, message, place)
    if (before.sent) return before.sent
    const body = `${message.text}\n\n${markOf(message)}`
    return await (before.discussion
      ? answerDiscussion(tools, place, { ...before.discussion, body })
      : answerIssue(tools, place, body))
  } catch (error) {
    if (error instanceof NotSent) return { outcome: 'retry', reason: error.message }
    return outcomeOfFailure(error, 'GitHub')
  }
}

/** Looks whether it stands there. */
export async function reconcile(
  tools: Tools<GithubSettings>,
  message: Outgoing,
): Promise<SendOutcome | { outcome: 'absent' }> {
  const place = placeOf(message.inReplyTo.externalId)
  if (!place) return { outcome: 'absent' }
  return (await find(tools, message, place)).sent ?? { outcome: 'absent' }
}

function markOf({ key }: Outgoing): string {
  return `<!-- earshot:${key.replaceAll(/[^\w-]/gu, '')} -->`
}

interface Sighting {
  sent?: SendOutcome
  /** By which the discussion, and the comment to answer in it, are known; left out for issues. */
  discussion?: { id: string; replyTo: string | undefined }
}

/** It could not even be looked; nothing was sent. */
class NotSent extends Error {
  override name = 'NotSent'
}

async function find(tools: Tools<GithubSettings>, message: Outgoing, place: Place): Promise<Sighting> {
  const since = new Date(message.firstTriedAt.getTime() - clockSlackMs)
  const isMine = ({ body }: FoundComment) => body.includes(markOf(message))
  try {
    if (!isDiscussion(message, place)) {
      const mine = (await issueComments(tools, place, since)).find(isMine)
      return mine ? { sent: sentAs(place, 'issue', mine) } : {}
    }
    const { id, comments } = await discussionComments(tools, place)
    const mine = comments.find(isMine)
    if (mine) return { sent: sentAs(place, 'discussion', mine) }
    const answered = comments.find((comment) => comment.id === place.comment?.id)
    return { discussion: { id, replyTo: answered?.nodeId } }
  } catch (error) {
    if (error instanceof BackOff || error instanceof SignInNeeded) throw error
    throw new NotSent(error instanceof Error ? error.message : String(error))
  }
}

function isDiscussion({ inReplyTo: { url } }: Outgoing, place: Place): boolean {
  return place.comment ? place.comment.kind === 'discussion' : (url?.includes('/discussions/') ?? false)
}

function sentAs(
  place: Place,
  kind: 'issue' | 'discussion',
  { id, url }: Pick<FoundComment, 'id' | 'url'>,
): SendOutcome {
  return { outcome: 'sent', externalId: nameOf({ ...place, comment: { kind, id } }), url }
}

const written = z.object({ id: z.number(), html_url: z.string() })

async function answerIssue(tools: Tools<GithubSettings>, place: Place, body: string): Promise<SendOutcome> {
  const answer = await postToGithub(tools, `/repos/${place.repository}/issues/${place.number}/comments`, { body })
  throwIfLimited(answer, tools.now())
  const refusal = outcomeOfRefusal(answer, 'GitHub', tools.now())
  if (refusal) return refusal
  const made = written.safeParse(answer.body).data
  if (!made) return { outcome: 'unknown', reason: 'GitHub took the reply, but its answer could not be read.' }
  return sentAs(place, 'issue', { id: String(made.id), url: made.html_url })
}

const mutation = `mutation($discussion: ID!, $replyTo: ID, $body: String!) {
  addDiscussionComment(input: { discussionId: $discussion, replyToId: $replyTo, body: $body }) { comment { databaseId url } }
}`
const added = z.object({
  addDiscussionComment: z.object({ comment: z.object({ databaseId: z.number(), url: z.string() }) }),
})

async function answerDiscussion(
  tools: Tools<GithubSettings>,
  place: Place,
  { id, replyTo, body }: { id: string; replyTo: string | undefined; body: string },
): Promise<SendOutcome> {
  const data = await askGraph(tools, mutation, { discussion: id, replyTo: replyTo ?? null, body })
  const { databaseId, url } = added.parse(data).addDiscussionComment.comment
  return sentAs(place, 'discussion', { id: String(databaseId), url })
}
