import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutcomesView } from '../../../contract/outcomes.ts'
import { useCell } from '../../live/cell.ts'
import { useRequest } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { shareOf, shortNumber } from '../../live/tell-number.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { FirstReply } from './first-reply.tsx'
import { OutcomeDays } from './outcome-days.tsx'
import { OutcomeTurns } from './outcome-turns.tsx'
import { outcomesRequest } from './outcomes-request.ts'

const address = getRouteApi('/shell/outcomes')
const spans = [7, 30, 90, 365]

/** What came of listening. Every figure opens its list. */
export function OutcomesPage() {
  const t = useText()
  const navigate = useNavigate()
  const { days = 30 } = address.useSearch()
  const outcomes = useRequest(outcomesRequest, { days })
  return (
    <Page
      wide
      title={t('nav.outcomes')}
      about={t('outcomes.about')}
      actions={
        <Select
          label={t('outcomes.span')}
          hideLabel
          value={String(days)}
          choices={spans.map((span) => ({ value: String(span), label: t('outcomes.days', { count: span }) }))}
          onPick={(next) => void navigate({ to: '/outcomes', search: { days: Number(next) } })}
        />
      }
    >
      {outcomes.isError && <LoadFailed error={outcomes.error} onRetry={() => void outcomes.refetch()} />}
      {outcomes.isPending && <SkeletonRows rows={4} height="96px" />}
      {outcomes.data && <Shown outcomes={outcomes.data} />}
    </Page>
  )
}

function Shown({ outcomes }: { outcomes: OutcomesView }) {
  const t = useText()
  const locale = useCell(language)
  const { heard, conversations, answered, turns } = outcomes
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 desk:grid-cols-4">
        <Figure label={t('outcomes.heard')} value={shortNumber(heard, locale)} note={t('outcomes.heard.note')}>
          <Link
            to="/posts"
            search={{}}
            className={figureLink}
            aria-label={t('outcomes.open', { what: t('outcomes.heard') })}
          />
        </Figure>
        <Figure
          label={t('outcomes.conversations')}
          value={shortNumber(conversations, locale)}
          note={t('outcomes.conversations.note')}
        >
          <InboxLink view="all" what={t('outcomes.conversations')} />
        </Figure>
        <Figure
          label={t('outcomes.answered')}
          value={shortNumber(answered, locale)}
          note={t('outcomes.share', { share: shareOf(answered, conversations, locale) })}
        >
          <InboxLink view="theirs" what={t('outcomes.answered')} />
        </Figure>
        <Figure
          label={t('outcomes.ended')}
          value={shortNumber(turns.ended, locale)}
          note={t('outcomes.share', { share: shareOf(turns.ended, conversations, locale) })}
        >
          <InboxLink view="ended" what={t('outcomes.ended')} />
        </Figure>
      </ul>
      <OutcomeTurns outcomes={outcomes} />
      <FirstReply firstReply={outcomes.firstReply} />
      <OutcomeDays days={outcomes.days} />
    </>
  )
}

const figureLink = 'absolute inset-0 rounded-pane'

interface FigureProps {
  label: string
  value: string
  note: string
  /** The link that covers the card and opens its list. */
  children: ReactNode
}

function Figure({ label, value, note, children }: FigureProps) {
  return (
    <li className="relative flex flex-col rounded-pane border border-line p-4 hover:border-line-strong hover:bg-sunken">
      <span className="text-sm text-ink-2">{label}</span>
      <span className="tabular text-2xl font-semibold">{value}</span>
      <span className="text-xs text-ink-3">{note}</span>
      {children}
    </li>
  )
}

function InboxLink({ view, what }: { view: string; what: string }) {
  const t = useText()
  return (
    <Link
      to="/inbox/$view"
      params={{ view }}
      search={{}}
      className={figureLink}
      aria-label={t('outcomes.open', { what })}
    />
  )
}
