import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import type { z } from 'zod'
import type { opmlAnswer } from '../../../contract/channels.ts'
import { call } from '../../live/client.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fieldLook } from '../../ui/field.tsx'

type Answer = z.infer<typeof opmlAnswer>

/** Connects every feed of an OPML file that another reader wrote. */
export function OpmlImport({ onClose }: { onClose: () => void }) {
  const t = useText()
  const id = useId()
  const importing = useMutation({
    mutationFn: async (file: File) => call<Answer>('POST', '/opml-imports', { body: { opml: await file.text() } }),
    onSuccess: () => askAgain(new Set(['channel.connected'])),
  })
  return (
    <Dialog
      title={t('channels.opml')}
      onClose={onClose}
      foot={
        <Button tone={importing.isSuccess ? 'main' : 'plain'} onClick={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('channels.opml.about')}</p>
        <label htmlFor={id} className="text-sm font-semibold">
          {t('channels.opml.file')}
        </label>
        <input
          id={id}
          type="file"
          accept=".opml,.xml,text/xml,application/xml,text/x-opml"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) importing.mutate(file)
          }}
          className={`${fieldLook(importing.isError)} py-1`}
        />
        {importing.isPending && <Banner>{t('channels.opml.working')}</Banner>}
        {importing.isError && <Banner tone="danger">{sentenceOf(importing.error, t('ui.notDone'))}</Banner>}
        {importing.data && <Outcome answer={importing.data} />}
      </div>
    </Dialog>
  )
}

function Outcome({ answer }: { answer: Answer }) {
  const t = useText()
  return (
    <>
      <Banner tone="ok">{t('channels.opml.done', { made: answer.made, already: answer.already })}</Banner>
      {answer.refused.length > 0 && (
        <details open className="text-sm">
          <summary className="font-semibold">{t('channels.opml.refused', { count: answer.refused.length })}</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {answer.refused.map((feed) => (
              <li key={feed.url}>
                <strong>{feed.title}</strong> <span className="text-ink-2">{feed.message}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
