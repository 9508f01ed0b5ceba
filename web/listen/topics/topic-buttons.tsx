import { Link } from '@tanstack/react-router'
import { History, List, MoreHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TopicView } from '../../../contract/topics.ts'
import { useActions } from '../../live/actions.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { RemoveTopic } from './remove-topic.tsx'
import { TopicVersions } from './topic-versions.tsx'

interface TopicButtonsProps {
  topic: TopicView | undefined
  isChanged: boolean
  isSaving: boolean
  /** Saves, and switches on or off where that is wanted too. */
  onSave: (on?: boolean) => void
  onDiscard: () => void
  onQuery: (query: string) => void
}

/** What can be done with a topic: save, switch on and off, older versions, its matches, remove. */
export function TopicButtons({ topic, isChanged, isSaving, onSave, onDiscard, onQuery }: TopicButtonsProps) {
  const t = useText()
  const save = (): void => onSave()
  useActions([
    { id: 'save-topic', label: 'topics.save', group: 'list', keys: ['mod+enter'], inFields: true, run: save },
  ])
  return (
    <>
      {topic && (
        <Link
          to="/posts"
          search={{ topic: topic.id }}
          className="inline-flex h-control items-center gap-1.5 rounded-control px-3 text-sm text-ink-2 hover:bg-sunken"
        >
          <List size={14} aria-hidden="true" />
          {t('topics.matches')}
        </Link>
      )}
      {isChanged && topic && (
        <Button tone="quiet" onClick={onDiscard}>
          {t('topics.discard')}
        </Button>
      )}
      {topic?.on ? (
        <ButtonsWhileOn isSaving={isSaving} onSave={onSave} />
      ) : (
        <ButtonsWhileOff isNew={!topic} isChanged={isChanged || !topic} isSaving={isSaving} onSave={onSave} />
      )}
      {topic && <MoreOfTopic topic={topic} isChanged={isChanged} onQuery={onQuery} />}
    </>
  )
}

type SaveProps = Pick<TopicButtonsProps, 'isSaving' | 'onSave'>

function ButtonsWhileOn({ isSaving, onSave }: SaveProps) {
  const t = useText()
  return (
    <>
      <Button tone="main" busy={isSaving} shortcut="mod+enter" onClick={() => onSave()}>
        {t(isSaving ? 'ui.saving' : 'ui.save')}
      </Button>
      <Button busy={isSaving} onClick={() => onSave(false)}>
        {t('topics.switchOff')}
      </Button>
    </>
  )
}

function ButtonsWhileOff({ isNew, isChanged, isSaving, onSave }: SaveProps & { isNew: boolean; isChanged: boolean }) {
  const t = useText()
  return (
    <>
      <Button busy={isSaving} shortcut="mod+enter" onClick={() => onSave()}>
        {t(isSaving ? 'ui.saving' : 'topics.saveOff')}
      </Button>
      <Button tone="main" busy={isSaving} onClick={() => onSave(true)}>
        {t(isNew || isChanged ? 'topics.saveOn' : 'topics.switchOn')}
      </Button>
    </>
  )
}

interface MoreProps extends Pick<TopicButtonsProps, 'isChanged' | 'onQuery'> {
  topic: TopicView
}

function MoreOfTopic({ topic, isChanged, onQuery }: MoreProps) {
  const t = useText()
  const [open, setOpen] = useState<'versions' | 'remove' | null>(null)
  const close = (): void => setOpen(null)
  const choices = [
    {
      id: 'versions',
      label: t('topics.versions'),
      icon: <History size={14} aria-hidden="true" />,
      run: () => setOpen('versions'),
    },
    {
      id: 'remove',
      label: t('topics.remove'),
      danger: true,
      icon: <Trash2 size={14} aria-hidden="true" />,
      run: () => setOpen('remove'),
    },
  ]
  return (
    <>
      <Menu label={t('ui.more')} choices={choices}>
        <button
          type="button"
          aria-label={t('ui.more')}
          className="inline-flex size-control items-center justify-center rounded-control text-ink-2 hover:bg-sunken"
        >
          <MoreHorizontal size={16} aria-hidden="true" />
        </button>
      </Menu>
      {open === 'versions' && <TopicVersions topic={topic} isChanged={isChanged} onClose={close} onTake={onQuery} />}
      {open === 'remove' && <RemoveTopic topic={topic} onClose={close} />}
    </>
  )
}
