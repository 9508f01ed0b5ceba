import { useMutation } from '@tanstack/react-query'
import { useMay } from '../live/me.ts'
import { call } from '../live/client.ts'
import { askAgain, sentenceOf, useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LoadFailed } from '../ui/load-failed.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { Time } from '../ui/time.tsx'
import { SettingsBlock } from './settings-block.tsx'
import { type ShelvedPage, shelfRequest } from './settings-requests.ts'

/** Posts that could not be taken their way: nothing disappears without a person having seen it. */
export function ShelfSection() {
  const t = useText()
  const mayChange = useMay('shelf.change')
  const shelf = useRequest(shelfRequest, undefined)
  return (
    <SettingsBlock title={t('settings.shelf')} about={t('settings.shelf.about')}>
      {shelf.isError && <LoadFailed error={shelf.error} onRetry={() => void shelf.refetch()} />}
      {shelf.isPending && <SkeletonRows rows={2} height="64px" />}
      {shelf.data?.items.length === 0 && (
        <EmptyState title={t('settings.shelf.empty.title')}>{t('settings.shelf.empty.text')}</EmptyState>
      )}
      <ul className="flex flex-col">
        {shelf.data?.items.map((post) => (
          <ShelvedPost key={post.id} post={post} mayChange={mayChange} />
        ))}
      </ul>
    </SettingsBlock>
  )
}

function ShelvedPost({ post, mayChange }: { post: ShelvedPage['items'][number]; mayChange: boolean }) {
  const t = useText()
  const settle = useMutation({
    mutationFn: (what: 'retry' | 'drop') =>
      what === 'retry'
        ? call('POST', `/shelved-posts/${post.postId}/retries`, { body: {} })
        : call('DELETE', `/shelved-posts/${post.postId}`),
    onSuccess: async (_answer, what) => {
      showToast(t(what === 'retry' ? 'settings.shelf.retried' : 'settings.shelf.dropped'))
      await askAgain(new Set(['post.retried']))
    },
    onError: (error) => void showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }),
  })
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line py-3 text-sm">
      <div className="min-w-60 flex-1">
        <p className="text-xs text-ink-3">
          <strong className="text-sm text-ink">{post.author}</strong> {post.channel.name} <Time at={post.at} />
        </p>
        <p className="line-clamp-3" dir="auto">
          {post.text}
        </p>
        <p className="mt-1 text-xs text-danger-text">
          {t('settings.shelf.error', { count: post.attempts, error: post.error })}
        </p>
      </div>
      {mayChange && (
        <span className="flex gap-2">
          <Button busy={settle.isPending} onClick={() => settle.mutate('retry')}>
            {t('ui.tryAgain')}
          </Button>
          <Button busy={settle.isPending} onClick={() => settle.mutate('drop')}>
            {t('settings.shelf.drop')}
          </Button>
        </span>
      )}
    </li>
  )
}
