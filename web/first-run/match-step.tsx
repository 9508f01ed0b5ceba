import { Link } from '@tanstack/react-router'
import type { ConversationSummary } from '../../contract/conversations.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Time } from '../ui/time.tsx'

interface MatchStepProps {
  first: ConversationSummary | undefined
  isListening: boolean
}

/** The first conversation, as it comes. */
export function MatchStep({ first, isListening }: MatchStepProps) {
  const t = useText()
  if (!first) return <Banner>{t(isListening ? 'first.match.waiting' : 'first.match.needs')}</Banner>
  return (
    <div aria-live="polite" className="flex flex-col gap-2">
      <p className="text-md">{t('first.match.found')}</p>
      <blockquote className="rounded-row border border-line p-3 text-md">
        <p className="text-xs text-ink-3">
          <strong className="text-sm text-ink">{first.person.name}</strong> {first.channel.name}{' '}
          {first.lastMessage && <Time at={first.lastMessage.at} />}
        </p>
        <p className="line-clamp-4" dir="auto">
          {first.lastMessage?.text}
        </p>
      </blockquote>
      <Link
        to="/inbox/$view"
        params={{ view: 'all' }}
        search={{ open: first.id }}
        className="w-fit text-md text-accent-text underline"
      >
        {t('first.match.open')}
      </Link>
    </div>
  )
}
