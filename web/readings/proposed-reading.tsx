import type { ReaderName } from '../../contract/reader-kinds.ts'
import { useCell } from '../live/cell.ts'
import { language, useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { decideProposal } from './decide-proposal.ts'
import { labelText, readerText } from './reading-words.ts'

interface ProposedReadingProps {
  postId: string
  reader: ReaderName
  proposed: { id: string; label: string; by: string }
  /** What the reader itself says. */
  own: string | null
}

/** What a refiner proposes: it counts for nothing until a person takes it. */
export function ProposedReading({ postId, reader, proposed, own }: ProposedReadingProps) {
  const t = useText()
  const locale = useCell(language)
  const label = labelText(reader, proposed.label, locale)
  const proposal = { id: proposed.id, postId, reader, label: proposed.label }
  return (
    <p className="flex flex-wrap items-center gap-1.5 rounded-chip bg-note px-2 py-1 text-xs text-note-text">
      {t(proposed.label === own ? 'proposal.same' : 'proposal.says', { name: proposed.by, label })}
      <Button
        small
        aria-label={t('proposal.takeFor', { reader: readerText(reader), label })}
        onClick={() => void decideProposal(proposal, true)}
      >
        {t('proposal.take')}
      </Button>
      <Button small onClick={() => void decideProposal(proposal, false)}>
        {t('proposal.drop')}
      </Button>
    </p>
  )
}
