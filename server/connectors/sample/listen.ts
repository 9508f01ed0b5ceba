import { z } from 'zod'
import type { Batch, Tools } from '../connector.ts'
import { between, chanceFor } from './chance.ts'
import { liveRound } from './live-round.ts'
import { dueAnswers, forgetWaiting, keepLately, mailboxOf } from './mailbox.ts'
import { heardAt, type Moment, pastWeek } from './past-week.ts'
import { networkOf, type SampleSettings } from './settings.ts'
import type { Told } from './tell-story.ts'

/** How far the listener is: `told` moments of the past week, then `live` lines of the rounds that follow. */
const place = z.object({ begun: z.coerce.date(), told: z.int(), live: z.int() })
type Place = z.infer<typeof place>

/** Seconds between two lines, from and to. */
const gaps = { social: [4, 9], reviews: [20, 45] } as const
const mostAtOnce = 40

/** The past seven days at once, then somebody says something every few seconds, and answers to us come in between. */
export async function* listenToSample(tools: Tools<SampleSettings>): AsyncGenerator<Batch, void, void> {
  const at: Place = place.safeParse(tools.cursor).data ?? { begun: tools.now(), told: 0, live: 0 }
  const network = networkOf(tools.settings)
  for (const batch of inBatches(pastWeek(tools.settings, at.begun).slice(at.told))) {
    at.told += batch.length
    yield { heard: batch.map(({ heard }) => heard), cursor: cursorOf(at), behindSeconds: 0 }
  }
  const lineAt = linesOf(tools.settings)
  let nextAt = waitFrom(tools, at)
  for (;;) {
    const mailbox = mailboxOf(network)
    const answers = dueAnswers(mailbox, tools.now())
    if (answers.length > 0) {
      yield { heard: answers.map((post) => ({ kind: 'post', post })), cursor: cursorOf(at) }
      for (const post of answers) keepLately(mailbox, post)
      forgetWaiting(mailbox, new Set(answers.map(({ externalId }) => externalId)))
    }
    if (tools.now() >= nextAt) {
      const heard = heardAt(lineAt(at.live), tools.now())
      at.live += 1
      yield { heard: [heard], cursor: cursorOf(at) }
      if (heard.kind === 'post') keepLately(mailbox, heard.post)
      nextAt = waitFrom(tools, at)
    }
    await tools.sleep(0.5)
  }
}

function cursorOf({ begun, told, live }: Place) {
  return { begun: begun.toISOString(), told, live }
}

function waitFrom(tools: Tools<SampleSettings>, { live }: Place): Date {
  const { settings } = tools
  const [least, most] = gaps[settings.place]
  const wait = between(least * 1000, most * 1000, chanceFor(networkOf(settings), 'wait', live))
  return new Date(tools.now().getTime() + wait)
}

/** The lines of all rounds by their number; one round is held at a time. */
function linesOf(settings: SampleSettings): (live: number) => Told {
  let round = 1
  let lines = liveRound(settings, round)
  return (live) => {
    const wanted = 1 + Math.floor(live / lines.length)
    if (wanted !== round) lines = liveRound(settings, (round = wanted))
    return lines[live % lines.length]!
  }
}

/** In one batch only the last word of a post counts: an edit or a deletion begins a new one, so that both are seen. */
function inBatches(moments: Moment[]): Moment[][] {
  const batches: Moment[][] = []
  for (const moment of moments) {
    const last = batches.at(-1)
    const isChange = moment.heard.kind === 'deleted' || moment.heard.post.editedAt !== undefined
    if (!last || last.length >= mostAtOnce || isChange) batches.push([moment])
    else last.push(moment)
  }
  return batches
}
