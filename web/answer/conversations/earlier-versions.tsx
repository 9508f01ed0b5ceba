import type { MessageView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { Time } from '../../ui/time.tsx'

/** What stood there before it was edited, folded away. */
export function EarlierVersions({ versions }: { versions: MessageView['versions'] }) {
  const t = useText()
  if (versions.length === 0) return null
  return (
    <details className="mt-1 text-xs text-ink-2">
      <summary className="w-fit cursor-pointer rounded-chip">
        {t('message.versions', { count: versions.length })}
      </summary>
      {versions.map((version) => (
        <p key={version.replacedAt} dir="auto" className="mt-1 max-w-[68ch] whitespace-pre-wrap">
          <s>{version.text}</s> <Time at={version.replacedAt} />
        </p>
      ))}
    </details>
  )
}
