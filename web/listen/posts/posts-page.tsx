import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { call } from '../../live/client.ts'
import { useRequest } from '../../live/request.ts'
import { useRowKeys } from '../../live/row-keys.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { channelsRequest } from '../channels/channel-requests.ts'
import { topicsRequest } from '../topics/topic-requests.ts'
import { PostRow } from './post-row.tsx'
import type { PostFilter } from './post-filter.ts'
import type { PostPage } from './posts-request.ts'

const address = getRouteApi('/shell/posts')

/** What was heard, the newest first: of a topic, of a channel, or all. Figures open this list. */
export function PostsPage() {
  const t = useText()
  const list = useRowKeys<HTMLUListElement>()
  const filter = address.useSearch()
  const posts = usePosts(filter)
  const topics = useRequest(topicsRequest, undefined).data?.items ?? []
  const title = useTitleOf(filter)
  const items = posts.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={title}>
      {posts.isError && <LoadFailed error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.isPending && <SkeletonRows rows={5} />}
      {posts.isSuccess && items.length === 0 && !posts.hasNextPage && (
        <NoPosts isNarrowed={Object.keys(filter).length > 0} />
      )}
      <ul ref={list} className="flex flex-col">
        {items.map((post) => (
          <PostRow key={post.id} post={post} topics={topics} chosenTopic={filter.topic} />
        ))}
      </ul>
      {posts.hasNextPage && (
        <Button className="self-center" busy={posts.isFetchingNextPage} onClick={() => void posts.fetchNextPage()}>
          {t('ui.loadMore')}
        </Button>
      )}
    </Page>
  )
}

function usePosts(filter: PostFilter) {
  return useInfiniteQuery({
    queryKey: ['posts', filter],
    queryFn: ({ pageParam, signal }) =>
      call<PostPage>('GET', '/posts', { query: { copies: 'folded', ...filter, after: pageParam, limit: 50 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    meta: { changedBy: ['conversation.opened'] },
  })
}

function useTitleOf({ topic, channel, words, copies }: PostFilter): string {
  const t = useText()
  const topics = useRequest(topicsRequest, topic === undefined ? null : undefined)
  const channels = useRequest(channelsRequest, channel === undefined ? null : undefined)
  const topicName = topics.data?.items.find((each) => each.id === topic)?.name
  const channelName = channels.data?.items.find((each) => each.id === channel)?.name
  if (copies !== undefined) return t('posts.copies')
  if (words !== undefined) return t('posts.withWords', { words })
  if (topicName !== undefined) return t('posts.ofTopic', { name: topicName })
  if (channelName !== undefined) return t('posts.ofChannel', { name: channelName })
  return t('posts.title')
}

function NoPosts({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useText()
  if (isNarrowed) return <EmptyState title={t('posts.none.title')}>{t('posts.none.text')}</EmptyState>
  return <EmptyState title={t('posts.empty.title')}>{t('posts.empty.text')}</EmptyState>
}
