import { useText } from '../../../live/text.ts'
import type { GroupBlock, GroupKind } from './block.ts'
import { useBlockDeeds } from './block-deeds.ts'
import { turnGroup } from './change-blocks.ts'

const turnable: readonly GroupKind[] = ['any', 'all', 'none']

/** The head of a group; one that holds words can become another kind. */
export function GroupKindChoice({ group, name }: { group: GroupBlock; name: string }) {
  const t = useText()
  const deeds = useBlockDeeds()
  if (deeds.readOnly || !turnable.includes(group.kind)) return name
  return (
    <select
      aria-label={t('topics.blocks.kind')}
      value={group.kind}
      onChange={(event) => {
        const kind = turnable.find((each) => each === event.target.value)
        if (kind) deeds.change((blocks) => turnGroup(blocks, group.id, kind))
      }}
      className="-ms-1 min-h-6 rounded-chip bg-transparent px-0.5 text-sm text-ink-2 hover:bg-sunken touch:min-h-11"
    >
      {turnable.map((kind) => (
        <option key={kind} value={kind}>
          {t(`topics.blocks.${kind}`)}
        </option>
      ))}
    </select>
  )
}
