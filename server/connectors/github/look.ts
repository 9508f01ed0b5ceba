import type { HeardPost } from '../../model/post.ts'
import { NotThere } from '../ask-json.ts'
import type { Tools } from '../connector.ts'
import { askGithub } from './ask-github.ts'
import { parseThing } from './parse.ts'
import { placeOf } from './place.ts'
import type { GithubSettings } from './settings.ts'

/** Looks which issues and comments are still there. Discussions tell of deletions by webhook alone. */
export async function look(tools: Tools<GithubSettings>, externalIds: readonly string[]) {
  const gone: string[] = []
  const changed: HeardPost[] = []
  for (const externalId of externalIds) {
    const path = pathOf(externalId)
    if (path === undefined) continue
    try {
      const post = parseThing((await askGithub(tools, path)).body, tools.settings)
      if (post?.externalId === externalId) changed.push(post)
    } catch (error) {
      if (!(error instanceof NotThere)) throw error
      gone.push(externalId)
    }
  }
  return { gone, changed }
}

function pathOf(externalId: string): string | undefined {
  const place = placeOf(externalId)
  return place?.comment?.kind === 'issue' ? `/repos/${place.repository}/issues/comments/${place.comment.id}` : undefined
}
