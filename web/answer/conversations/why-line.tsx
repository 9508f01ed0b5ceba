import { useState } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { type Translate, useText } from '../../live/text.ts'
import { choose } from './choosing.ts'

/** Why this is here, in one line that folds away: the words that hit, the topic, the rule. */
export function WhyLine({ conversation }: { conversation: ConversationView }) {
  const t = useText()
  const [folded, setFolded] = useState(false)
  const words = wordsThatHit(conversation)
  const parts = conversation.why.map((part) => sentenceOfWhy(part, t)).filter(Boolean)
  if (words.length === 0 && parts.length === 0) return null
  return (
    <div className="flex shrink-0 items-start gap-2 border-b border-line px-4 py-1.5 text-xs text-ink-2">
      <p className={folded ? 'min-w-0 flex-1 truncate' : 'min-w-0 flex-1'}>
        <span className="font-medium">{t('why.label')}</span>{' '}
        {words.map((word) => (
          <mark key={word} className="me-1">
            {word}
          </mark>
        ))}
        {parts.join(' · ')}
      </p>
      {conversation.may.reply && (
        <button
          type="button"
          data-choose="reading"
          data-for={conversation.id}
          aria-haspopup="dialog"
          aria-keyshortcuts="W"
          onClick={() => choose('reading', [conversation.id])}
          className="min-h-6 shrink-0 rounded-chip px-1 text-accent-text underline underline-offset-2 touch:min-h-11"
        >
          {t('reading.fix')}
        </button>
      )}
      <button
        type="button"
        aria-expanded={!folded}
        aria-label={t(folded ? 'why.unfold' : 'why.fold')}
        onClick={() => setFolded(!folded)}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-chip hover:bg-sunken touch:size-11"
      >
        {folded ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronUp size={14} aria-hidden="true" />}
      </button>
    </div>
  )
}

function sentenceOfWhy(part: ConversationView['why'][number], t: Translate): string {
  const name = part.name ?? ''
  if (part.kind === 'rule' && name === '') return t('why.ruleBare')
  return t(`why.${part.kind}`, { name })
}

/** The words of their messages that a topic's query found, each once. */
export function wordsThatHit({ messages, matches }: Pick<ConversationView, 'messages' | 'matches'>): string[] {
  const words = matches.flatMap((match) => {
    const message = messages.find((each) => each.postId === match.postId)
    return match.hits.map((hit) =>
      (hit.part === 'title' ? (message?.title ?? '') : hit.part === 'text' ? (message?.text ?? '') : '').slice(
        hit.start,
        hit.end,
      ),
    )
  })
  const seen = new Map(words.filter(Boolean).map((word) => [word.toLowerCase(), word]))
  return [...seen.values()].slice(0, 8)
}
