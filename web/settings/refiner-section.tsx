import type { RefinerView } from '../../contract/refiner.ts'
import { useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { LoadFailed } from '../ui/load-failed.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { RefinerForm } from './refiner-form.tsx'
import { refinerRequest } from './settings-requests.ts'
import { SettingsBlock } from './settings-block.tsx'

/** A large model of one's own that may be asked where a reader is unsure: off until somebody switches it on. */
export function RefinerSection() {
  const t = useText()
  const refiner = useRequest(refinerRequest, undefined)
  return (
    <SettingsBlock title={t('settings.refiner')} about={t('refiner.about')}>
      {refiner.isError && <LoadFailed error={refiner.error} onRetry={() => void refiner.refetch()} />}
      {refiner.isPending && <SkeletonRows rows={4} height="44px" />}
      {refiner.data && <Day refiner={refiner.data} />}
      {refiner.data && <RefinerForm key={refiner.data.changed?.at ?? ''} refiner={refiner.data} />}
    </SettingsBlock>
  )
}

function Day({ refiner }: { refiner: RefinerView }) {
  const t = useText()
  if (refiner.changed === null) return null
  return (
    <>
      <p className="text-sm text-ink-2">{t('refiner.day', refiner.day)}</p>
      {refiner.fault !== null && <Banner tone="warn">{t('refiner.fault', { fault: refiner.fault })}</Banner>}
    </>
  )
}
