import { addNote } from '../answer/conversations/add-note.ts'
import { assignConversation } from '../answer/conversations/assign-conversation.ts'
import { queueReply } from '../answer/replies/queue-reply.ts'
import { chooseFrom } from '../connectors/sample/chance.ts'
import { fillIn } from '../connectors/sample/fill-in.ts'
import { type Desk, type Matter, mustBeHere, readHands } from './desk.ts'
import { furtherReplies, handoffReasons, notes, repliesTo } from './replies.ts'

/** Somebody of its department takes a conversation; returns who, or undefined where nobody works there. */
export async function takeMatter(desk: Desk, matter: Matter, chance: () => number): Promise<string | undefined> {
  return desk.work(async (tx) => {
    const hands = (await readHands(tx, desk)).get(matter.departmentId) ?? []
    if (hands.length === 0) return undefined
    const assigneeId = chooseFrom(hands, chance)
    const isHandedOver = chance() < 0.3
    await assignConversation(
      tx,
      {
        workspaceId: desk.workspaceId,
        conversationId: matter.id,
        by: isHandedOver ? chooseFrom(hands, chance) : assigneeId,
      },
      { assigneeId, reason: isHandedOver ? chooseFrom(handoffReasons, chance) : '' },
    )
    return assigneeId
  })
}

/** A colleague answers in the customer's channel, as everybody answers: through the outbox. Returns the reply's id. */
export async function answerMatter(
  desk: Desk,
  { matter, by, promise }: { matter: Matter; by: string; promise?: { text: string; dueAt: string } },
  chance: () => number,
): Promise<string> {
  const words = (matter.ourReplies > 0 ? furtherReplies : repliesTo(matter.kind))[matter.language]
  const text = fillIn(chooseFrom(words, chance), matter.personName, chance)
  return desk.work(async (tx) => {
    const who = await mustBeHere(tx, desk, by)
    const signed = `${text} ${promise ? `${promise.text}. ` : ''}${who.name.split(' ')[0]}`
    const about = { who, conversationId: matter.id, factsOf: desk.factsOf }
    const { id } = await queueReply(tx, about, { text: signed, undoSeconds: 0, ...(promise ? { promise } : {}) })
    return id
  })
}

/** A colleague notes something; `at` may lie in the past week, right after what was said last. */
export async function noteOnMatter(
  desk: Desk,
  { matter, by, at }: { matter: Matter; by: string; at?: Date },
  chance: () => number,
): Promise<void> {
  const on = { workspaceId: desk.workspaceId, conversationId: matter.id, by }
  await desk.work((tx) => addNote(tx, on, chooseFrom(notes, chance), at))
}
