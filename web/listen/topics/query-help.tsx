import { useText } from '../../live/text.ts'

/** How the language is written, with an example for each part. */
export function QueryHelp() {
  const t = useText()
  return (
    <details className="text-xs text-ink-2">
      <summary className="w-fit cursor-pointer rounded-chip py-1 text-accent-text">{t('topics.language')}</summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {(['all', 'any', 'not', 'phrase', 'near', 'ending', 'exact', 'fields'] as const).map((part) => (
          <div key={part} className="contents">
            <dt className="font-mono text-ink">{t(`topics.language.${part}.write`)}</dt>
            <dd>{t(`topics.language.${part}.means`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
