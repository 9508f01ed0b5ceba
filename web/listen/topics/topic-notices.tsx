import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { TopicSaving } from './save-topic.ts'

interface TopicNoticesProps {
  saving: TopicSaving
  mayChange: boolean
  onMine: () => void
  onTheirs: () => void
}

/** What concerns the whole topic: not saved, changed by somebody else meanwhile, only to be read. */
export function TopicNotices({ saving, mayChange, onMine, onTheirs }: TopicNoticesProps) {
  const t = useText()
  const sentence = saving.sentenceFor(undefined)
  const isMeanwhile = saving.problem?.code === 'changed_meanwhile'
  return (
    <>
      {sentence !== undefined && <Banner tone="danger">{sentence}</Banner>}
      {isMeanwhile && (
        <ChangedMeanwhile sentence={saving.sentenceFor('version') ?? ''} onMine={onMine} onTheirs={onTheirs} />
      )}
      {!mayChange && <Banner>{t('topics.mayNotChange')}</Banner>}
    </>
  )
}
