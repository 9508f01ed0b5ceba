import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { readInboxSearch } from './answer/inbox/inbox-search.ts'
import { NotFound } from './frame/not-found.tsx'
import { PageFailed } from './frame/page-failed.tsx'
import { Shell } from './frame/shell.tsx'
import { readWordSearch, type WordSearch } from './learn/words/word-search.ts'
import { withTexts } from './live/text.ts'
import { type PostFilter, postFilterNames } from './listen/posts/post-filter.ts'
import { navigation } from './navigation.ts'

/** Every address of the app. The address holds the whole view: copying it is sharing the screen. */
const root = createRootRoute({ component: Outlet })

/** What stands in the frame, for those who are signed in. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: () => <Shell places={navigation} /> })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search: {} })
  },
})

const firstInbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, search: {} })
  },
})

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/$view',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./answer/answer-page.tsx'), 'AnswerPage'),
})

const topics = createRoute({
  getParentRoute: () => shell,
  path: '/topics',
  component: lazyRouteComponent(
    () => withTexts('topicScreens', () => import('./listen/topics/topics-page.tsx')),
    'TopicsPage',
  ),
})
const newTopic = createRoute({
  getParentRoute: () => shell,
  path: '/topics/new',
  component: lazyRouteComponent(
    () => withTexts('topicScreens', () => import('./listen/topics/topic-page.tsx')),
    'NewTopicPage',
  ),
})
const topic = createRoute({
  getParentRoute: () => shell,
  path: '/topics/$id',
  component: lazyRouteComponent(
    () => withTexts('topicScreens', () => import('./listen/topics/topic-page.tsx')),
    'TopicPage',
  ),
})
const lists = createRoute({
  getParentRoute: () => shell,
  path: '/lists',
  component: lazyRouteComponent(
    () => withTexts('topicScreens', () => import('./listen/lists/lists-page.tsx')),
    'ListsPage',
  ),
})
const newList = createRoute({
  getParentRoute: () => shell,
  path: '/lists/new',
  component: lazyRouteComponent(
    () => withTexts('topicScreens', () => import('./listen/lists/list-page.tsx')),
    'NewListPage',
  ),
})
const list = createRoute({
  getParentRoute: () => shell,
  path: '/lists/$id',
  component: lazyRouteComponent(
    () => withTexts('topicScreens', () => import('./listen/lists/list-page.tsx')),
    'ListPage',
  ),
})
const posts = createRoute({
  getParentRoute: () => shell,
  path: '/posts',
  validateSearch: (search): PostFilter => texts(search, postFilterNames),
  component: lazyRouteComponent(
    () => withTexts('readingScreens', () => import('./listen/posts/posts-page.tsx')),
    'PostsPage',
  ),
})
const channels = createRoute({
  getParentRoute: () => shell,
  path: '/channels',
  component: lazyRouteComponent(() => import('./listen/channels/channels-page.tsx'), 'ChannelsPage'),
})
const connect = createRoute({
  getParentRoute: () => shell,
  path: '/channels/connect',
  validateSearch: (search): { kind?: string } => texts(search, ['kind']),
  component: lazyRouteComponent(() => import('./listen/channels/connect-page.tsx'), 'ConnectPage'),
})
const channel = createRoute({
  getParentRoute: () => shell,
  path: '/channels/$id',
  component: lazyRouteComponent(() => import('./listen/channels/channel-page.tsx'), 'ChannelPage'),
})
const callback = createRoute({
  getParentRoute: () => shell,
  path: '/connect/callback',
  validateSearch: (search): { state?: string; code?: string; error?: string } =>
    texts(search, ['state', 'code', 'error']),
  component: lazyRouteComponent(() => import('./listen/channels/callback-page.tsx'), 'CallbackPage'),
})
const listen = [topics, newTopic, topic, lists, newList, list, posts, channels, connect, channel, callback]

const firstSteps = createRoute({
  getParentRoute: () => shell,
  path: '/first-steps',
  component: lazyRouteComponent(() => import('./first-run/first-steps-page.tsx'), 'FirstStepsPage'),
})
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (search): { q?: string } => texts(search, ['q']),
  component: lazyRouteComponent(() => import('./know/people/people-page.tsx'), 'PeoplePage'),
})
const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./know/people/person-page.tsx'), 'PersonPage'),
})
const outcomes = createRoute({
  getParentRoute: () => shell,
  path: '/outcomes',
  validateSearch: ({ days }): { days?: number } =>
    Number(days) >= 1 && Number(days) <= 365 ? { days: Number(days) } : {},
  component: lazyRouteComponent(() => import('./learn/outcomes/outcomes-page.tsx'), 'OutcomesPage'),
})
const words = createRoute({
  getParentRoute: () => shell,
  path: '/words',
  validateSearch: (search): Partial<WordSearch> =>
    'here' in search || 'there' in search ? readWordSearch(search) : {},
  component: lazyRouteComponent(
    () => withTexts('wordScreens', () => import('./learn/words/words-page.tsx')),
    'WordsPage',
  ),
})
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})
const readings = createRoute({
  getParentRoute: () => shell,
  path: '/readings',
  component: lazyRouteComponent(
    () => withTexts('readingScreens', () => import('./listen/reading/readers-page.tsx')),
    'ReadersPage',
  ),
})
const reader = createRoute({
  getParentRoute: () => shell,
  path: '/readings/$reader',
  component: lazyRouteComponent(
    () => withTexts('readingScreens', () => import('./listen/reading/reader-page.tsx')),
    'ReaderPage',
  ),
})
const check = createRoute({
  getParentRoute: () => shell,
  path: '/readings/$reader/check',
  component: lazyRouteComponent(
    () => withTexts('readingScreens', () => import('./listen/reading/check-page.tsx')),
    'CheckPage',
  ),
})
const corrections = createRoute({
  getParentRoute: () => shell,
  path: '/corrections',
  validateSearch: (search): Partial<Record<'reader' | 'was' | 'label' | 'verdict' | 'sampled' | 'sure', string>> =>
    texts(search, ['reader', 'was', 'label', 'verdict', 'sampled', 'sure']),
  component: lazyRouteComponent(
    () => withTexts('readingScreens', () => import('./listen/reading/corrections-page.tsx')),
    'CorrectionsPage',
  ),
})
const rest = [people, person, outcomes, words, readings, reader, check, corrections, settings]
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => texts(search, ['to']),
  component: lazyRouteComponent(() => import('./enter/sign-in-page.tsx'), 'SignInPage'),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search): { token?: string } => texts(search, ['token']),
  component: lazyRouteComponent(() => import('./enter/set-up-page.tsx'), 'SetUpPage'),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  validateSearch: (search): { token?: string } => texts(search, ['token']),
  component: lazyRouteComponent(() => import('./enter/join-page.tsx'), 'JoinPage'),
})
const enter = [signIn, setUp, join]

/** The texts of an address under these names; whatever else stands there is let go. */
function texts<Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search[name]
    if (typeof value === 'string' || typeof value === 'number') found[name] = String(value)
  }
  return found
}

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    ...enter,
    shell.addChildren([firstInbox, inbox, ...listen, firstSteps, ...rest]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: false,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ({ error, reset }) => <PageFailed error={error} onRetry={reset} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
