import { assignConversation } from '../answer/conversations/assign-conversation.ts'
import { endByCustomer } from '../answer/conversations/end-by-customer.ts'
import { letRest } from '../answer/conversations/let-rest.ts'
import { setAside } from '../answer/conversations/set-aside.ts'
import { snooze } from '../answer/conversations/snooze.ts'
import { tapSorted } from '../answer/talks/tap-sorted.ts'
import { chanceFor } from '../connectors/sample/chance.ts'
import type { SetAsideReason } from '../model/turn.ts'
import { answerMatter, noteOnMatter, takeMatter } from './act-as-colleague.ts'
import { type Desk, type Matter, readMatters } from './desk.ts'

const day = 86_400_000

/** Takes matters that fit out of the pile, so that each is acted on once. */
function makePile(matters: Matter[]) {
  let left = matters.filter(({ assigneeId, turn }) => assigneeId === null && (turn === 'ours' || turn === 'theirs'))
  return (fits: (matter: Matter) => boolean, most: number, first: 'oldest' | 'newest' = 'oldest'): Matter[] => {
    const fitting = left.filter(fits)
    const taken = (first === 'oldest' ? fitting : fitting.toReversed()).slice(0, most)
    left = left.filter((matter) => !taken.includes(matter))
    return taken
  }
}

type Take = ReturnType<typeof makePile>
interface Scene {
  desk: Desk
  take: Take
  chance: () => number
}

const isProposed = (matter: Matter) => matter.proposedBy !== null
const isOurs = (matter: Matter) => matter.turn === 'ours' && !isProposed(matter)
const isTheirs = (matter: Matter) => matter.turn === 'theirs'

/** A week at the invented company: afterwards there are conversations in every turn, left there by the acts of everybody. */
export async function leaveEveryTurn(desk: Desk, waitUntilSent: (replyId: string) => Promise<void>): Promise<void> {
  const take = makePile(await desk.work((tx) => readMatters(tx, desk)))
  const scene = { desk, take, chance: chanceFor('fjordbrew', 'desk') }
  await endWhatIsOver(scene)
  await setAsideWhatIsNotForUs(scene)
  await letQuietOnesRest(scene)
  await fillOwnersList(scene)
  await answerSome(scene)
  await sortOneOnThePage(scene, waitUntilSent)
  await takeSome(scene)
}

async function endWhatIsOver({ desk, take, chance }: Scene): Promise<void> {
  for (const matter of take(isProposed, 7)) {
    const by = (await takeMatter(desk, matter, chance)) ?? desk.ownerId
    const on = { workspaceId: desk.workspaceId, conversationId: matter.id, by }
    await desk.work((tx) => endByCustomer(tx, on, { messageId: matter.proposedBy! }))
  }
  for (const matter of take(isTheirs, 1)) {
    const by = (await takeMatter(desk, matter, chance)) ?? desk.ownerId
    const on = { workspaceId: desk.workspaceId, conversationId: matter.id, by }
    const words = 'All is well, the machine runs. Thank you for asking.'
    const at = new Date(Math.min(Date.now(), matter.lastActivityAt.getTime() + day / 4))
    await desk.work((tx) => endByCustomer(tx, on, { statedBy: `${matter.personName}, on the phone`, words, at }))
  }
}

async function setAsideWhatIsNotForUs({ desk, take, chance }: Scene): Promise<void> {
  const plan: [(matter: Matter) => boolean, number, SetAsideReason, string][] = [
    [({ kind }) => kind === 'advert', 2, 'spam', ''],
    [({ kind }) => kind === 'namesake', 1, 'not_ours', 'The bird, not the machine.'],
    [({ kind }) => kind === 'rant', 1, 'chose_not_to_join', 'They want to be angry today; nothing we say helps.'],
    [({ kind, turn }) => kind === 'praise' && turn === 'ours', 2, 'no_answer_wanted', ''],
  ]
  for (const [fits, most, reason, note] of plan) {
    for (const matter of take(fits, most)) {
      const by = (await takeMatter(desk, matter, chance)) ?? desk.ownerId
      const on = { workspaceId: desk.workspaceId, conversationId: matter.id, by }
      await desk.work((tx) => setAside(tx, on, { reason, note }))
    }
  }
}

async function letQuietOnesRest({ desk, take, chance }: Scene): Promise<void> {
  for (const matter of take(isTheirs, 3)) {
    const by = (await takeMatter(desk, matter, chance)) ?? desk.ownerId
    const on = { workspaceId: desk.workspaceId, conversationId: matter.id, by }
    await desk.work((tx) => letRest(tx, on))
  }
}

/** The person who looks around finds work of their own: what waits, old and new, somebody who seems to be done, and one snoozed until tomorrow. */
async function fillOwnersList({ desk, take, chance }: Scene): Promise<void> {
  const { workspaceId, ownerId } = desk
  const mine = [
    ...take((matter) => isOurs(matter) && matter.kind === 'complaint', 2),
    ...take(isProposed, 1, 'newest'),
    ...take((matter) => isOurs(matter) && matter.channelKind === 'sample', 4, 'newest'),
  ]
  for (const matter of mine) {
    const on = { workspaceId, conversationId: matter.id, by: ownerId }
    await desk.work((tx) => assignConversation(tx, on, { assigneeId: ownerId }))
  }
  const [noted] = mine
  if (noted) await noteOnMatter(desk, { matter: noted, by: ownerId, at: shortlyAfter(noted) }, chance)
  const snoozed = mine.at(-1)
  if (!snoozed) return
  const until = new Date(Date.now() + day)
  until.setUTCHours(9, 0, 0, 0)
  const on = { workspaceId, conversationId: snoozed.id, by: ownerId }
  await desk.work((tx) => snooze(tx, on, { until }))
}

/** Replies that really go out; the people of the sample network answer them within seconds, or do not. */
async function answerSome({ desk, take, chance }: Scene): Promise<void> {
  const friday = new Date(Date.now() + 3 * day)
  friday.setUTCHours(16, 0, 0, 0)
  const promise = { text: 'You hear from our workshop within three days', dueAt: friday.toISOString() }
  for (const [at, matter] of take((each) => isOurs(each) && each.channelKind === 'sample', 5).entries()) {
    const by = await takeMatter(desk, matter, chance)
    if (by) await answerMatter(desk, { matter, by, ...(at === 0 ? { promise } : {}) }, chance)
  }
}

async function sortOneOnThePage(
  { desk, take, chance }: Scene,
  waitUntilSent: (replyId: string) => Promise<void>,
): Promise<void> {
  for (const matter of take((each) => each.channelKind === 'form' && isOurs(each), 1)) {
    const by = (await takeMatter(desk, matter, chance)) ?? desk.ownerId
    await waitUntilSent(await answerMatter(desk, { matter, by }, chance))
    const where = { workspaceId: desk.workspaceId, conversationId: matter.id, place: 'feedback page' }
    await desk.work((tx) => tapSorted(tx, where))
  }
}

/** Half of what is left has somebody; some of it has a note. */
async function takeSome({ desk, take, chance }: Scene): Promise<void> {
  for (const matter of take(() => chance() < 0.5, 100)) {
    const by = await takeMatter(desk, matter, chance)
    if (by && chance() < 0.3) await noteOnMatter(desk, { matter, by, at: shortlyAfter(matter) }, chance)
  }
}

function shortlyAfter({ lastActivityAt }: Matter): Date {
  return new Date(Math.min(Date.now(), lastActivityAt.getTime() + 11 * 60_000))
}
