import { z } from 'zod'
import type { HeardPost } from '../../model/post.ts'
import { NotThere } from '../ask-json.ts'
import type { Tools } from '../connector.ts'
import { askGithub } from './ask-github.ts'
import { parseThing } from './parse.ts'
import { placeOf, type Place } from './place.ts'
import { readDiscussions } from './read-discussions.ts'
import type { GithubSettings } from './settings.ts'

/** The issue or discussion and its comments, oldest first, without the post itself; nothing when it is gone. */
export async function readThread(tools: Tools<GithubSettings>, externalId: string): Promise<HeardPost[]> {
  const place = placeOf(externalId)
  if (!place) return []
  const posts =
    place.comment?.kind === 'discussion' ? await aroundDiscussion(tools, place) : await aroundIssue(tools, place)
  return posts
    .filter((post) => post.externalId !== externalId)
    .sort((one, two) => one.createdAt.getTime() - two.createdAt.getTime())
}

async function aroundIssue(tools: Tools<GithubSettings>, place: Place): Promise<HeardPost[]> {
  const path = `/repos/${place.repository}/issues/${place.number}`
  try {
    const { body: issue } = await askGithub(tools, path)
    const { body: comments } = await askGithub(tools, `${path}/comments?per_page=100`)
    const all = [issue, ...z.array(z.unknown()).catch([]).parse(comments)]
    return all.flatMap((raw) => parseThing(raw, tools.settings) ?? [])
  } catch (error) {
    if (!(error instanceof NotThere)) throw error
    // A number without an issue may be a discussion's.
    return place.comment ? [] : aroundDiscussion(tools, place)
  }
}

/** Discussions are read newest first; one that is older than the newest hundred is shown without its surroundings. */
async function aroundDiscussion(tools: Tools<GithubSettings>, place: Place): Promise<HeardPost[]> {
  const root = `${place.repository}#${place.number}`
  const changes = await readDiscussions(tools, place.repository, '1970-01-01T00:00:00Z')
  return changes.map(({ post }) => post).filter((post) => post.threadRoot === root)
}
