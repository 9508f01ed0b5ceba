import type { MessageView } from '../../../contract/conversations.ts'
import { nameOfAuthor } from './present-author.ts'
import { presentReading } from '../../db/present-reading.ts'
import type { MessageRow } from './read-messages.ts'

/** A message as the conversation shows it: their post as it stands at its source now, or words of ours. */
export function presentMessage(row: MessageRow): MessageView {
  return {
    id: row.id,
    direction: row.direction,
    ...(row.deletedAt ? withoutWords : presentWords(row)),
    at: row.at.toISOString(),
    author: presentAuthor(row),
    url: row.deliveredUrl ?? row.ownUrl ?? row.postUrl,
    language: row.language,
    visibility: row.visibility,
    postId: row.postId,
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    ...presentDelivery(row),
  }
}

type Words = Pick<MessageView, 'text' | 'title' | 'mediaDescriptions' | 'versions' | 'reading'>
const withoutWords: Words = { text: '', title: null, mediaDescriptions: [], versions: [] }

function presentWords(row: MessageRow): Words {
  const reading = presentReading(row.readings, row)
  return {
    text: row.ownText ?? row.postText ?? '',
    title: row.title,
    mediaDescriptions: row.mediaDescriptions ?? [],
    versions: row.versions.map(({ text, at }) => ({ text, replacedAt: new Date(at).toISOString() })),
    ...(reading ? { reading } : {}),
  }
}

function presentAuthor(row: MessageRow): MessageView['author'] {
  if (row.colleagueId !== null) return { id: row.colleagueId, name: row.colleagueName ?? '', handle: '', url: null }
  const { author } = row
  return {
    id: author?.id ?? '',
    name: nameOfAuthor(author),
    handle: author?.handle ?? '',
    url: author?.url ?? null,
  }
}

function presentDelivery(row: MessageRow): Pick<MessageView, 'state' | 'undoUntil' | 'reason'> {
  if (row.state === null) return {}
  return {
    state: row.state,
    ...(row.state === 'queued' && row.notBefore ? { undoUntil: row.notBefore.toISOString() } : {}),
    ...(row.reason ? { reason: row.reason } : {}),
  }
}
