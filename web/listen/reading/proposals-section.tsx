import { Link } from '@tanstack/react-router'
import type { ProposalView } from '../../../contract/refiner.ts'
import { useCell } from '../../live/cell.ts'
import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { ProposedReading } from '../../readings/proposed-reading.tsx'
import { labelText, readerText } from '../../readings/reading-words.ts'
import { Time } from '../../ui/time.tsx'
import { proposalsRequest } from './reading-requests.ts'

/** What a refiner proposes and nobody has decided on. Nothing is shown while there is nothing. */
export function ProposalsSection() {
  const t = useText()
  const proposals = useRequest(proposalsRequest, undefined)
  if (!proposals.data || proposals.data.items.length === 0) return null
  return (
    <section aria-labelledby="proposals" className="flex flex-col gap-1">
      <h2 id="proposals" className="text-lg font-semibold">
        {t('refiner.proposals')}
      </h2>
      <ul className="flex flex-col">
        {proposals.data.items.map((proposal) => (
          <ProposalRow key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </section>
  )
}

function ProposalRow({ proposal }: { proposal: ProposalView }) {
  const t = useText()
  const locale = useCell(language)
  const mayFix = useMay('conversation.answer')
  const { id, at, reader, now, label, saidBy, post } = proposal
  const nowText = now === null ? t('corrections.nothing') : labelText(reader, now, locale)
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{t('reading.chip', { reader: readerText(reader), label: nowText })}</span>
        <span className="text-xs text-ink-3">
          <Time at={at} />
        </span>
        {post.conversationId !== null && (
          <Link
            to="/inbox/$view"
            params={{ view: 'all' }}
            search={{ open: post.conversationId }}
            className="text-xs text-accent-text underline"
          >
            {t('posts.conversation')}
          </Link>
        )}
      </p>
      <p className="line-clamp-3 max-w-[68ch]" dir="auto" lang={post.language ?? undefined}>
        {post.text}
      </p>
      {mayFix && <ProposedReading postId={post.id} reader={reader} proposed={{ id, label, by: saidBy }} own={now} />}
    </li>
  )
}
