import { createHash } from 'node:crypto'
import type { FormBody } from '../../../contract/forms.ts'
import type { Author, Heard } from '../../model/post.ts'

/**
 * What somebody wrote on a feedback page, as a post addressed to us. The talk is its thread. Who left an e-mail address
 * is the same person next time; anybody may type any address, so it proves nothing. What goes on in a talk is by whoever
 * began it.
 */
export function postOfForm(
  id: string,
  { text, name, email }: FormBody,
  goesOn?: { talkId: string; author: Author | undefined },
): Heard {
  return {
    kind: 'post',
    post: {
      externalId: id,
      text,
      author: goesOn?.author ?? authorOf(goesOn?.talkId ?? id, name, email),
      createdAt: new Date(),
      type: 'message',
      visibility: 'direct',
      addressedToUs: true,
      ...(goesOn && { inReplyTo: goesOn.talkId }),
    },
  }
}

function authorOf(talkId: string, name: string | undefined, email: string | undefined): Author {
  const given = name ? { name } : {}
  if (!email) return { ...given, id: `talk ${talkId}`, handle: 'visitor' }
  const address = email.toLowerCase()
  return { ...given, id: `mail ${createHash('sha256').update(address).digest('hex').slice(0, 32)}`, handle: address }
}
