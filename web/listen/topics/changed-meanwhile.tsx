import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

interface ChangedMeanwhileProps {
  sentence: string
  onMine: () => void
  onTheirs: () => void
}

/** Somebody else changed the same thing first: nothing is lost, and the person chooses. */
export function ChangedMeanwhile({ sentence, onMine, onTheirs }: ChangedMeanwhileProps) {
  const t = useText()
  return (
    <Banner
      tone="warn"
      action={
        <span className="flex flex-wrap gap-2">
          <Button onClick={onTheirs}>{t('topics.takeTheirs')}</Button>
          <Button onClick={onMine}>{t('topics.useMine')}</Button>
        </span>
      }
    >
      {sentence}
    </Banner>
  )
}
