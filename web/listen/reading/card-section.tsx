import type { ReactNode } from 'react'
import type { CardBlock, CardView, ReaderView } from '../../../contract/readings.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { howItReads } from './how-it-reads.ts'
import { cardRequest } from './reading-requests.ts'

/** How was this read? In everyday words first, then the whole model card. */
export function CardSection({ reader }: { reader: ReaderView }) {
  const t = useText()
  const card = useRequest(cardRequest, { reader: reader.name })
  return (
    <section id="card" aria-labelledby="card-title" className="flex scroll-mt-4 flex-col gap-3">
      <h2 id="card-title" className="text-lg font-semibold">
        {t('reading.how')}
      </h2>
      <p className="max-w-[68ch] text-md">{t(`card.how.${howItReads[reader.name]}`)}</p>
      <p className="max-w-[68ch] text-md text-ink-2">
        {t('card.failures')} {t('card.notFor')}
      </p>
      {card.isError && <LoadFailed error={card.error} onRetry={() => void card.refetch()} />}
      {card.isPending && <SkeletonRows rows={3} height="44px" />}
      {card.data && <WholeCard card={card.data} />}
    </section>
  )
}

function WholeCard({ card: { version, sections } }: { card: CardView }) {
  const t = useText()
  return (
    <>
      {version !== null && <p className="text-sm text-ink-2">{t('card.version', { version })}</p>}
      {sections.length === 0 ? (
        <p className="text-sm text-ink-3">{t('card.none')}</p>
      ) : (
        <details className="rounded-row border border-line px-3 py-2">
          <summary className="min-h-6 text-sm font-semibold touch:min-h-11">{t('card.whole')}</summary>
          <div lang="en" dir="ltr" className="flex flex-col gap-3 pt-3 text-sm">
            {sections.map(({ title, blocks }, index) => (
              <div key={index} className="flex flex-col gap-2">
                {title !== '' && <h3 className="text-md font-semibold">{title}</h3>}
                {blocks.map((block, place) => (
                  <Block key={place} block={block} label={title} />
                ))}
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  )
}

function Block({ block, label }: { block: CardBlock; label: string }): ReactNode {
  switch (block.kind) {
    case 'text':
      return <p className="max-w-[68ch]">{block.text}</p>
    case 'code':
      return <pre className="overflow-x-auto rounded-control bg-sunken p-2 text-xs">{block.text}</pre>
    case 'list':
      return (
        <ul className="list-disc ps-5">
          {block.lines.map((line, index) => (
            <li key={index} className="max-w-[68ch]">
              {line}
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Table head={block.head} rows={block.rows} label={label} />
  }
}

function Table({ head, rows, label }: { head: readonly string[]; rows: readonly string[][]; label: string }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="text-xs">
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col" className="py-1 pe-4 text-start font-semibold">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-t border-line">
              {row.map((cell, place) => (
                <td key={place} className="py-1 pe-4">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
