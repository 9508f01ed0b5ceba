import { X } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { HistoryTab } from './history-tab.tsx'
import { PersonTab } from './person-tab.tsx'

export type PanelTab = 'person' | 'history'

interface SidePanelProps {
  conversation: ConversationView
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  onOpen: (id: string) => void
  onClose: () => void
}

/** Beside the conversation: who they are, and what it went through. */
export function SidePanel({ conversation, tab, onTab, onOpen, onClose }: SidePanelProps) {
  const t = useText()
  return (
    <aside aria-label={t('panel.label')} className="pane flex h-full w-full flex-col max-tablet:rounded-none">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-2">
        <Tabs
          label={t('panel.label')}
          panelId="side-panel"
          chosen={tab}
          onChoose={(id) => onTab(id === 'history' ? 'history' : 'person')}
          tabs={[
            { id: 'person', label: t('panel.person') },
            { id: 'history', label: t('panel.history') },
          ]}
        />
        <span className="flex-1" />
        <IconButton label={t('panel.close')} shortcut="]" icon={<X size={16} aria-hidden="true" />} onClick={onClose} />
      </div>
      <div
        id="side-panel"
        role="tabpanel"
        aria-label={t(`panel.${tab}`)}
        tabIndex={0}
        className="ring-inside min-h-0 flex-1 overflow-auto p-3"
      >
        {tab === 'person' ? (
          <PersonTab conversation={conversation} onOpen={onOpen} />
        ) : (
          <HistoryTab conversation={conversation} />
        )}
      </div>
    </aside>
  )
}
