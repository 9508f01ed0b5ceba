import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RefinerTrialAnswer } from '../../contract/refiner.ts'
import { call } from '../live/client.ts'
import { sentenceOf } from '../live/request.ts'
import { textOr, useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { RefinerDraft } from './refiner-draft.ts'

/** Asks the refiner as it is typed about a message of one's own; nothing is kept. */
export function RefinerTrial({ draft }: { draft: RefinerDraft }) {
  const t = useText()
  const [text, setText] = useState(t('refiner.trialExample'))
  const { address, model, key, readers } = draft
  const trying = useMutation({
    mutationFn: () =>
      call<RefinerTrialAnswer>('POST', '/refiner-trials', {
        body: { address, model, readers, text, ...(key !== '' && { key }) },
      }),
  })
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-4">
      <TextArea
        label={t('refiner.trialText')}
        maxLength={2_000}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button className="self-start" busy={trying.isPending} onClick={() => trying.mutate()}>
        {t('refiner.trial')}
      </Button>
      <div role="status">{trying.data && <Outcome answer={trying.data} />}</div>
      {trying.isError && <Banner tone="danger">{sentenceOf(trying.error, t('ui.notDone'))}</Banner>}
    </div>
  )
}

function Outcome({ answer }: { answer: RefinerTrialAnswer }) {
  const t = useText()
  const { ok, milliseconds, fault, said } = answer
  if (!ok) return <Banner tone="warn">{t('refiner.trialFailed', { fault: fault ?? '' })}</Banner>
  const words = said.map(({ reader, label }) => `${t(`reading.of.${reader}`)}: ${textOr(`reading.is.${label}`, label)}`)
  return <Banner tone="ok">{t('refiner.trialOk', { milliseconds, said: words.join(', ') })}</Banner>
}
