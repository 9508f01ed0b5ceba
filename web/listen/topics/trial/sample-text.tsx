import type { SampleView } from '../../../../contract/topic-trials.ts'
import { useText } from '../../../live/text.ts'
import { MarkedText } from '../../../ui/marked-text.tsx'
import { Time } from '../../../ui/time.tsx'
import { clipSample } from './clip-sample.ts'

/** A post with the words that hit, and who wrote it where and when. */
export function SampleText({ sample }: { sample: SampleView }) {
  const t = useText()
  const placesIn = (part: SampleView['hits'][number]['part']) => sample.hits.filter((hit) => hit.part === part)
  const clipped = clipSample(sample.text, placesIn('text'))
  const isInPicture = placesIn('alt').length > 0
  return (
    <>
      {sample.title !== null && (
        <p className="text-sm font-semibold" dir="auto">
          <MarkedText text={sample.title} places={placesIn('title')} />
        </p>
      )}
      <p className="text-sm whitespace-pre-line" dir="auto">
        <MarkedText text={clipped.text} places={clipped.places} />
      </p>
      <p className="mt-1 flex flex-wrap gap-x-2 text-xs text-ink-3">
        <span>{sample.author.name || sample.author.handle}</span>
        <span>{sample.channel.name}</span>
        <Time at={sample.at} />
        {isInPicture && <span>{t('topics.trial.inPicture')}</span>}
        {sample.url !== null && (
          <a href={sample.url} target="_blank" rel="noreferrer noopener" className="text-accent-text underline">
            {t('topics.trial.source')}
          </a>
        )}
      </p>
    </>
  )
}
