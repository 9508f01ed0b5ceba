import { inboundAnswer } from '../../../contract/inbound.ts'
import type { Door } from '../../access/door.ts'
import { inboundSettings } from '../../connectors/inbound/settings.ts'
import type { TakeIn } from './intake.ts'
import type { OpenDoor } from './open-door.ts'
import { inboundMaxBytes, receiveInbound } from './receive-inbound.ts'

/** Where programs push posts to, signed. */
export function inboundDoor(openDoor: OpenDoor, takeIn: TakeIn): Door {
  return {
    method: 'POST',
    path: '/in/:key',
    public: true,
    reason: 'The address holds a secret key, and every request is signed.',
    summary: 'One post or up to 1,000, signed by Standard Webhooks. Answered once they are kept.',
    bodyLimit: inboundMaxBytes,
    answer: inboundAnswer,
    handle: async ({ params, headers, body }) => {
      const door = await openDoor(params['key'] ?? '')
      const opened =
        door?.kind === 'inbound' ? { ...door, secret: inboundSettings.parse(door.settings).secret } : undefined
      const answer = await receiveInbound(opened, { headers: Object.fromEntries(headers), body: await body() }, takeIn)
      return Response.json(answer, { status: 202 })
    },
  }
}
