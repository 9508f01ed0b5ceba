import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { QueryTree } from '../../../../contract/query-tree.ts'
import type { wordReply } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { useSettled } from '../../../live/settled.ts'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { narrowQuery, widenQuery } from './add-word.ts'

interface StandingOutProps {
  query: string
  tree: QueryTree | null
  onQuery: (query: string, said: string) => void
}

const shownWords = 12
const restMilliseconds = 800

/** Words that matches hold more often than other posts: one click widens or narrows the query by them. */
export function StandingOut({ query, tree, onQuery }: StandingOutProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const settled = useSettled(query, restMilliseconds)
  const reply = useQuery({
    queryKey: ['topic-words', settled],
    queryFn: ({ signal }) =>
      call<z.infer<typeof wordReply>>('POST', '/topic-words', { body: { query: settled }, signal }),
    enabled: isOpen && settled.trim() !== '',
    staleTime: 60_000,
  })
  const words = reply.data?.words.slice(0, shownWords) ?? []
  return (
    <details className="text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-chip py-1 text-accent-text">{t('topics.words')}</summary>
      <div className="mt-1 flex flex-col gap-1">
        {reply.isError && <LoadFailed error={reply.error} onRetry={() => void reply.refetch()} />}
        {reply.isSuccess && words.length === 0 && <p className="text-ink-2">{t('topics.words.none')}</p>}
        <ul className="flex flex-col">
          {words.map(({ word, matches }) => (
            <li key={word} className="flex flex-wrap items-center gap-x-2 border-b border-line py-1">
              <span className="font-mono">{word}</span>
              <span className="flex-1 text-xs text-ink-3">
                {t('topics.words.share', { count: matches, of: reply.data?.matches ?? 0 })}
              </span>
              {tree && (
                <>
                  <Button
                    small
                    tone="quiet"
                    aria-label={t('topics.words.widen.by', { word })}
                    onClick={() => onQuery(widenQuery(query, tree, word), t('topics.words.widened', { word }))}
                  >
                    {t('topics.words.widen')}
                  </Button>
                  <Button
                    small
                    tone="quiet"
                    aria-label={t('topics.words.narrow.by', { word })}
                    onClick={() => onQuery(narrowQuery(query, tree, word), t('topics.words.narrowed', { word }))}
                  >
                    {t('topics.words.narrow')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
