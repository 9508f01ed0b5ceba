import { ChartNoAxesColumn, Gauge, Inbox, ListChecks, RadioTower, Settings, Target, Users } from 'lucide-react'
import { waitingCount } from './answer/inbox/inbox-counts.ts'
import type { NavPlace } from './frame/nav-place.ts'

/** Every screen in the nav, in its order. Only screens that exist stand here. */
export const navigation: readonly NavPlace[] = [
  {
    id: 'inbox',
    label: 'nav.inbox',
    group: 'nav.group.answer',
    path: '/inbox',
    count: waitingCount,
    keys: 'g i',
    Icon: Inbox,
    right: 'conversation.read',
  },
  {
    id: 'topics',
    label: 'nav.topics',
    group: 'nav.group.listen',
    path: '/topics',
    keys: 'g t',
    Icon: Target,
    right: 'topic.read',
  },
  {
    id: 'channels',
    label: 'nav.channels',
    group: 'nav.group.listen',
    path: '/channels',
    keys: 'g c',
    Icon: RadioTower,
    right: 'channel.read',
  },
  {
    id: 'people',
    label: 'nav.people',
    group: 'nav.group.know',
    path: '/people',
    keys: 'g u',
    Icon: Users,
    right: 'people.read',
  },
  {
    id: 'outcomes',
    label: 'nav.outcomes',
    group: 'nav.group.learn',
    path: '/outcomes',
    keys: 'g n',
    Icon: ChartNoAxesColumn,
    right: 'outcome.read',
  },
  {
    id: 'readings',
    label: 'nav.readings',
    group: 'nav.group.learn',
    path: '/readings',
    keys: 'g r',
    Icon: Gauge,
    right: 'reading.read',
    words: 'sentiment accuracy mood model stimmung genauigkeit',
  },
  {
    id: 'first-steps',
    label: 'first.title',
    group: null,
    path: '/first-steps',
    keys: 'g f',
    Icon: ListChecks,
    right: 'workspace.change',
    isOver: (me) => me.firstRun.closed,
  },
  { id: 'settings', label: 'nav.settings', group: null, path: '/settings/you', keys: 'g ,', Icon: Settings },
]
