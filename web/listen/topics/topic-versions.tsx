import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { TopicView, topicVersionView } from '../../../contract/topics.ts'
import { sentenceOf, useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Time } from '../../ui/time.tsx'
import { bringBack } from './bring-back.ts'
import { versionsRequest } from './topic-requests.ts'

interface TopicVersionsProps {
  topic: TopicView
  /** With unsaved changes a version goes into the editor instead of being saved over them. */
  isChanged: boolean
  onClose: () => void
  onTake: (query: string) => void
}

/** Every version of the query, the newest first: who, when, why, and what it changed. Any can be brought back. */
export function TopicVersions({ topic, isChanged, onClose, onTake }: TopicVersionsProps) {
  const t = useText()
  const versions = useRequest(versionsRequest, { id: topic.id })
  const bringing = useMutation({
    mutationFn: (version: Version) => bringBack(topic, version),
    onSuccess: onClose,
  })
  const take = (version: Version): void => {
    if (!isChanged) return bringing.mutate(version)
    onTake(version.query)
    onClose()
  }
  return (
    <Dialog wide title={t('topics.versions')} onClose={onClose}>
      {bringing.isError && <Banner tone="danger">{sentenceOf(bringing.error, t('ui.notDone'))}</Banner>}
      {versions.isError && <LoadFailed error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isPending && <SkeletonRows rows={3} height="64px" />}
      <ol className="flex flex-col gap-3">
        {versions.data?.items.map((version) => (
          <VersionLine
            key={version.version}
            version={version}
            isInUse={version.version === topic.version}
            take={t(isChanged ? 'topics.versions.intoEditor' : 'topics.bringBack')}
            isBusy={bringing.isPending}
            onTake={topic.may.change ? () => take(version) : undefined}
          />
        ))}
      </ol>
    </Dialog>
  )
}

type Version = z.infer<typeof topicVersionView>

interface VersionLineProps {
  version: Version
  isInUse: boolean
  take: string
  isBusy: boolean
  onTake: (() => void) | undefined
}

function VersionLine({ version, isInUse, take, isBusy, onTake }: VersionLineProps) {
  const t = useText()
  const { difference, why } = version
  return (
    <li className="flex flex-col gap-1.5 rounded-row border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
        <strong className="text-sm text-ink">{t('topics.version', { number: version.version })}</strong>
        {version.by && <span>{version.by.name}</span>}
        <Time at={version.at} />
        {difference && (
          <span className="tabular">
            {t(difference.exact ? 'topics.versions.difference' : 'topics.versions.differenceAbout', {
              added: difference.added,
              removed: difference.removed,
            })}
          </span>
        )}
        <span className="ms-auto">
          {isInUse && <Chip tone="ok">{t('topics.inUse')}</Chip>}
          {!isInUse && onTake && (
            <Button busy={isBusy} onClick={onTake}>
              {take}
            </Button>
          )}
        </span>
      </div>
      {why && <p className="text-sm">{why}</p>}
      <pre className="font-mono text-xs break-words whitespace-pre-wrap">{version.query}</pre>
    </li>
  )
}
