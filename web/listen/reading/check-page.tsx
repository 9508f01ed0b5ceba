import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type ReaderName, isReader } from '../../../contract/reader-kinds.ts'
import type { SampleView } from '../../../contract/readings.ts'
import { useActions } from '../../live/actions.ts'
import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { readerText } from '../../readings/reading-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { NotHere } from './not-here.tsx'
import { sampleRequest } from './reading-requests.ts'
import { SampleRow } from './sample-row.tsx'
import { useJudging } from './use-judging.ts'

const address = getRouteApi('/shell/readings/$reader/check')

/** Posts drawn by chance, for a person to say whether the reader is right. */
export function CheckPage() {
  const { reader } = address.useParams()
  return isReader(reader) ? <Check reader={reader} /> : <NotHere />
}

function Check({ reader }: { reader: ReaderName }) {
  const t = useText()
  const [seed, setSeed] = useState(() => Math.floor(Math.random() * 1e9))
  const sample = useRequest(sampleRequest, { reader, seed })
  return (
    <Page title={t('check.title', { reader: readerText(reader) })} about={t('check.about')}>
      <Link to="/readings/$reader" params={{ reader }} className="w-fit text-sm text-accent-text underline">
        {readerText(reader)}
      </Link>
      {sample.isError && <LoadFailed error={sample.error} onRetry={() => void sample.refetch()} />}
      {sample.isPending && <SkeletonRows rows={5} height="88px" />}
      {sample.data?.items.length === 0 && <EmptyState title={t('check.none.title')}>{t('check.none.text')}</EmptyState>}
      {sample.data && sample.data.items.length > 0 && (
        <Samples key={seed} reader={reader} sample={sample.data} onMore={() => setSeed(seed + 1)} />
      )}
    </Page>
  )
}

interface SamplesProps {
  reader: ReaderName
  sample: SampleView
  onMore: () => void
}

function Samples({ reader, sample: { items }, onMore }: SamplesProps) {
  const t = useText()
  const mayFix = useMay('conversation.answer')
  const { said, say, takeBack } = useJudging(reader)
  const done = items.filter(({ post }) => said.has(post.id)).length
  useActions(sampleKeys(items, (item) => say(item, item.label)))
  return (
    <>
      <p role="status" className="text-sm text-ink-2">
        {t('check.progress', { done, count: items.length })} {done === items.length && t('check.done')}
      </p>
      <ul className="flex flex-col">
        {items.map((item) => (
          <SampleRow
            key={item.post.id}
            reader={reader}
            item={item}
            said={said.get(item.post.id)}
            mayFix={mayFix}
            onSay={(label) => void say(item, label)}
            onTakeBack={() => void takeBack(item)}
          />
        ))}
      </ul>
      {done === items.length && (
        <Button tone="main" className="self-center" onClick={onMore}>
          {t('check.more')}
        </Button>
      )}
    </>
  )
}

type DrawnPost = SampleView['items'][number]

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-sample]')]
const at = () => rows().findIndex((row) => row.contains(document.activeElement))

/** J and K go from message to message; R says of the one with the focus, else of the first that is left, that it is right. */
function sampleKeys(items: readonly DrawnPost[], onRight: (drawn: DrawnPost) => Promise<void>) {
  const step = (by: number) => () => rows()[Math.min(items.length - 1, Math.max(0, at() + by))]?.focus()
  const group = 'list' as const
  const right = (): void => {
    const item = items[Math.max(0, at())]
    if (item) void onRight(item)
    step(1)()
  }
  return [
    { id: 'next-row', label: 'ui.nextRow' as const, group, keys: ['j'], run: step(1) },
    { id: 'last-row', label: 'ui.lastRow' as const, group, keys: ['k'], run: step(-1) },
    { id: 'right', label: 'reading.right' as const, group, keys: ['r'], run: right },
  ]
}
