import type { z } from 'zod'
import { healthAnswer } from '../contract/live.ts'
import type { Door } from './access/door.ts'
import { invitationDoors } from './access/invitation-doors.ts'
import type { Route } from './access/route.ts'
import { accessRoutes } from './access/routes.ts'
import { signInDoors, type SignInParts } from './access/sign-in-doors.ts'
import { conversationActRoutes } from './answer/conversations/routes.ts'
import type { FactsOfChannel } from './answer/inbox/read-audience.ts'
import { recentConversations } from './answer/inbox/recent-conversations.ts'
import { inboxRoutes } from './answer/inbox/routes.ts'
import { replyRoutes } from './answer/replies/routes.ts'
import { foreseeRoutes } from './answer/routing/foresee-routes.ts'
import { ruleRoutes } from './answer/routing/routes.ts'
import { talkDoors, type OpenTalk } from './answer/talks/talk-doors.ts'
import { departmentRoutes } from './know/departments/routes.ts'
import { peopleRoutes } from './know/people/routes.ts'
import { outcomeRoutes } from './learn/outcomes/routes.ts'
import { comparisonRoutes } from './learn/words/routes.ts'
import { shelfRoutes } from './listen/arrivals/routes.ts'
import type { ChannelParts } from './listen/channels/channel-parts.ts'
import { listRoutes } from './listen/lists/routes.ts'
import { formDoors, type FormParts } from './listen/channels/form-doors.ts'
import { hookDoors } from './listen/channels/hook-door.ts'
import { inboundDoor } from './listen/channels/inbound-door.ts'
import { channelRoutes } from './listen/channels/routes.ts'
import { refinerRoutes } from './listen/reading/refiner-routes.ts'
import { readingRoutes } from './listen/reading/routes.ts'
import { checkRuleWords } from './listen/topics/check-rule-words.ts'
import { findOwnWords } from './listen/topics/find-own-words.ts'
import { keepWordCounts } from './listen/topics/keep-word-counts.ts'
import { topicRoutes } from './listen/topics/routes.ts'
import { wordRoutes } from './listen/topics/word-routes.ts'
import { trialRoutes } from './listen/trials/routes.ts'
import { topicTestRoutes } from './listen/trials/topic-test-routes.ts'

/** What the addresses need of the long-lived things. */
export interface RouteParts {
  channels: ChannelParts
  factsOf: FactsOfChannel
}

/** Every address below `/api` that needs somebody signed in, with the right it needs. */
export function routesOf({ channels, factsOf }: RouteParts): Route[] {
  const kinds = Object.keys(channels.connectors)
  const words = keepWordCounts()
  return [
    ...accessRoutes,
    ...topicRoutes(kinds, words),
    ...wordRoutes(words),
    ...trialRoutes({ channelKinds: kinds, foreseeRoutes }),
    ...topicTestRoutes({ channelKinds: kinds }),
    ...listRoutes,
    ...channelRoutes(channels),
    ...inboxRoutes(factsOf),
    ...conversationActRoutes,
    ...replyRoutes(factsOf),
    ...departmentRoutes,
    ...ruleRoutes(checkRuleWords(kinds)),
    ...peopleRoutes(recentConversations),
    ...outcomeRoutes,
    ...comparisonRoutes(findOwnWords),
    ...readingRoutes,
    ...refinerRoutes(channels.fetch),
    ...shelfRoutes,
  ]
}

/** What the public addresses need besides. */
export interface DoorParts extends SignInParts, FormParts {
  channels: ChannelParts
  openTalk: OpenTalk
  health: () => Promise<z.infer<typeof healthAnswer>>
}

/** Every address anybody may come to, each with its reason. */
export function doorsOf(parts: DoorParts): Door[] {
  return [
    ...signInDoors(parts),
    ...invitationDoors(parts),
    inboundDoor(parts.openDoor, parts.takeIn),
    ...hookDoors(parts),
    ...formDoors(parts),
    ...talkDoors(parts.db, parts.openTalk),
    healthDoor(parts.health),
  ]
}

function healthDoor(health: DoorParts['health']): Door {
  return {
    method: 'GET',
    path: '/health',
    public: true,
    reason: 'Whoever watches over the machine asks it; it names nothing of a workspace.',
    summary: 'How the installation does.',
    answer: healthAnswer,
    handle: async () => Response.json(await health()),
  }
}
