import { Link } from '@tanstack/react-router'
import type { WordComparison } from '../../../contract/word-comparisons.ts'
import { useText } from '../../live/text.ts'
import type { WordSet } from './words-request.ts'

interface WordListProps {
  title: string
  words: WordComparison['words']['here']
  /** The posts that a word opens. */
  set: WordSet
}

/** What stands out on one side, what stands out furthest first; each word opens its posts. */
export function WordList({ title, words, set }: WordListProps) {
  const t = useText()
  const furthest = words[0]?.z ?? 1
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      {words.length === 0 && <p className="text-sm text-ink-2">{t('words.none')}</p>}
      <ol className="flex flex-col">
        {words.map(({ word, here, there, z }) => (
          <li key={word} className="relative flex items-baseline gap-2 py-0.5">
            <span
              aria-hidden="true"
              className="absolute inset-y-0.5 start-0 rounded-chip bg-accent-soft"
              style={{ width: `${Math.round((z / furthest) * 60)}%` }}
            />
            <Link
              to="/posts"
              search={{ ...set, words: word }}
              dir="auto"
              className="relative min-w-0 truncate px-1 text-md text-ink underline decoration-line-strong underline-offset-2"
            >
              {word}
            </Link>
            <span className="tabular relative ms-auto shrink-0 text-xs text-ink-2">
              {t('words.counts', { here, there })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
