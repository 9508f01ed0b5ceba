import type { Work } from '../../db/workspace.ts'
import { newId } from '../../lib/id.ts'
import { listenLog } from '../../log.ts'

const mostKept = 500

interface NoteFor {
  workspaceId: string
  channelId: string
  level: 'note' | 'warning' | 'error'
  sentence: string
}

/**
 * Writes a line into a channel's log, which keeps the newest 500. A line that is the same as the one before is not
 * repeated. Never throws: a note that cannot be kept must not stop the listening.
 */
export async function keepNote(work: Work, { workspaceId, channelId, level, sentence }: NoteFor): Promise<void> {
  try {
    await work(async (tx) => {
      const newest = () => tx.selectFrom('channelNote').where('channelId', '=', channelId).orderBy('id', 'desc')
      const last = await newest().select('sentence').limit(1).executeTakeFirst()
      if (last?.sentence === sentence) return
      await tx.insertInto('channelNote').values({ workspaceId, id: newId(), channelId, level, sentence }).execute()
      const oldest = await newest().select('id').offset(mostKept).limit(1).executeTakeFirst()
      if (!oldest) return
      await tx.deleteFrom('channelNote').where('channelId', '=', channelId).where('id', '<=', oldest.id).execute()
    })
  } catch (error) {
    listenLog.warn({ channelId, err: error }, 'a note of a channel could not be kept')
  }
}
