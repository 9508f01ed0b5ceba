import type { ChannelKind } from '../../../contract/channels.ts'
import { useText } from '../../live/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { KindIcon } from './kind-icon.tsx'

/** The networks one can connect, each with what it can do here. */
export function KindList({ kinds, onPick }: { kinds: readonly ChannelKind[]; onPick: (kind: ChannelKind) => void }) {
  const t = useText()
  return (
    <ul className="grid gap-3 tablet:grid-cols-2">
      {kinds.map((kind) => (
        <li key={kind.kind}>
          <button
            type="button"
            onClick={() => onPick(kind)}
            className="flex h-full w-full flex-col items-start gap-2 rounded-pane border border-line p-4 text-start hover:border-line-strong hover:bg-sunken"
          >
            <span className="flex items-center gap-2.5 text-md font-semibold">
              <KindIcon kind={kind.kind} />
              {kind.label}
            </span>
            <span className="flex-1 text-sm text-ink-2">{kind.about}</span>
            <span className="flex flex-wrap gap-1.5">
              {abilitiesOf(kind.can).map((ability) => (
                <Chip key={ability}>{t(`channels.can.${ability}`)}</Chip>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What a network can do, in the order people ask for it. */
export function abilitiesOf(can: ChannelKind['can']) {
  return [
    can.listens,
    can.replies ? ('replies' as const) : ('noReplies' as const),
    ...(can.privateReplies ? (['privateReplies'] as const) : []),
    ...(can.edits ? (['edits'] as const) : []),
    ...(can.deletions ? (['deletions'] as const) : []),
  ]
}
