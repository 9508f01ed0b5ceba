import { Plus } from 'lucide-react'
import { useText } from '../../../live/text.ts'
import { Menu } from '../../../ui/menu.tsx'
import type { GroupKind, WrittenBlocks } from './block.ts'
import { type BlockDeeds, BlockDeedsContext, fieldOf } from './block-deeds.ts'
import { addGroup } from './change-blocks.ts'
import { GroupView, NearView } from './group-view.tsx'
import type { BlockState } from './use-blocks.ts'

interface QueryBlocksProps extends Omit<BlockState, 'written'> {
  written: WrittenBlocks
  onRepair: (query: string) => void
  readOnly: boolean
}

/** A query as groups of words. */
export function QueryBlocks({ written, isStale, mistakes, change, onRepair, readOnly }: QueryBlocksProps) {
  const t = useText()
  const deeds: BlockDeeds = { change, mistakesAt: (id) => mistakes.get(id) ?? [], repair: onRepair, readOnly }
  return (
    <BlockDeedsContext value={deeds}>
      <div aria-busy={isStale} className="flex flex-col gap-3 rounded-row border border-line p-3">
        {written.blocks.length === 0 && <p className="text-sm text-ink-2">{t('topics.blocks.empty')}</p>}
        {written.blocks.map((block) =>
          block.kind === 'near' ? <NearView key={block.id} near={block} /> : <GroupView key={block.id} group={block} />,
        )}
        {!readOnly && <AddGroup change={change} />}
      </div>
    </BlockDeedsContext>
  )
}

const kinds: readonly (GroupKind | 'near')[] = ['any', 'all', 'near', 'none', 'title', 'are']

function AddGroup({ change }: Pick<QueryBlocksProps, 'change'>) {
  const t = useText()
  const add = (kind: GroupKind | 'near'): void => {
    const added = addGroup([], kind)
    change((blocks) => [...blocks, ...added.blocks], fieldOf(added.id))
  }
  const choices = kinds.map((kind) => ({
    id: kind,
    label: t(`topics.blocks.${kind}`),
    hint: t(`topics.blocks.${kind}.means`),
    run: () => add(kind),
  }))
  return (
    <Menu label={t('topics.blocks.addGroup')} choices={choices}>
      <button
        type="button"
        data-focus="add group"
        className="inline-flex min-h-7 w-fit items-center gap-1.5 rounded-control px-1.5 text-sm text-accent-text hover:bg-sunken touch:min-h-11"
      >
        <Plus size={14} aria-hidden="true" />
        {t('topics.blocks.addGroup')}
      </button>
    </Menu>
  )
}
