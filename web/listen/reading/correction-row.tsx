import { Link } from '@tanstack/react-router'
import { isReader } from '../../../contract/reader-kinds.ts'
import type { CorrectionView } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { useMay } from '../../live/me.ts'
import { language, useText } from '../../live/text.ts'
import { labelText, percent, readerText } from '../../readings/reading-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Time } from '../../ui/time.tsx'
import { takeBackCorrection } from './take-back-correction.ts'

/** One thing a person said of a reading: who, when, what it was and is, and the message. */
export function CorrectionRow({ correction }: { correction: CorrectionView }) {
  const t = useText()
  const locale = useCell(language)
  const mayFix = useMay('conversation.answer')
  const { reader, was, label, confidence, by, at, copies, sampled, post, version } = correction
  const now = labelText(reader, label, locale)
  const before = was === null ? t('corrections.nothing') : labelText(reader, was, locale)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-3 text-sm">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{isReader(reader) ? readerText(reader) : reader}</span>
          <Chip tone={was === label ? 'ok' : 'warn'}>
            {was === label
              ? t('corrections.rightRow', { label: now })
              : t('corrections.row', { was: before, label: now })}
          </Chip>
          {sampled && <span className="text-xs text-ink-3">{t('corrections.sampled')}</span>}
          {copies > 0 && <span className="text-xs text-ink-3">{t('corrections.copies', { count: copies })}</span>}
        </p>
        <p className="line-clamp-3 max-w-[68ch]" dir="auto" lang={post.language ?? undefined}>
          {post.text}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
          {by.name} <Time at={at} />
          {confidence !== null && version !== null && (
            <span>
              {version} {percent(confidence, locale)}
            </span>
          )}
          <ToPost post={post} />
        </p>
      </div>
      {mayFix && <Button onClick={() => void takeBackCorrection(correction)}>{t('corrections.takeBack')}</Button>}
    </li>
  )
}

function ToPost({ post }: { post: CorrectionView['post'] }) {
  const t = useText()
  if (post.conversationId === null) return null
  return (
    <Link
      to="/inbox/$view"
      params={{ view: 'all' }}
      search={{ open: post.conversationId }}
      className="text-accent-text underline"
    >
      {t('posts.conversation')}
    </Link>
  )
}
