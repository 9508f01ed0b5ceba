import { joinHeardReply } from './answer/conversations/join-heard-reply.ts'
import { returnWhenReplyFailed } from './answer/conversations/return-when-reply-failed.ts'
import { wantThread } from './answer/threads/want-thread.ts'
import type { Consequence } from './on-event.ts'

/** What follows from what happens, one file each. */
export const consequences: readonly Consequence[] = [joinHeardReply, returnWhenReplyFailed, wantThread]
