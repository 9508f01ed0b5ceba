import { useMutation } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { type ClipboardEvent, type SyntheticEvent, useId, useState } from 'react'
import type { ExampleView } from '../../../../contract/topic-trials.ts'
import { sentenceOf } from '../../../live/request.ts'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MarkedText } from '../../../ui/marked-text.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { addExample, removeExample } from './change-examples.ts'

/** An example as it is kept, and how it stands with the query as it is now. */
export type ShownExample = ExampleView & { now: ExampleView | undefined }

interface ExampleGroupProps {
  topicId: string
  mustMatch: boolean
  examples: readonly ShownExample[]
  readOnly: boolean
}

/** The examples that must be found, or those that must not, and the field that takes one more. */
export function ExampleGroup({ topicId, mustMatch, examples, readOnly }: ExampleGroupProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const adding = useMutation({
    mutationFn: (added: string) => addExample(topicId, { text: added, mustMatch }),
    onSuccess: () => setText(''),
  })
  const add = (added: string): void => {
    if (added.trim() !== '' && !adding.isPending) adding.mutate(added.trim())
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text').trim()
    if (text !== '' || pasted === '') return
    event.preventDefault()
    setText(pasted)
    add(pasted)
  }
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    add(text)
  }
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1.5">
      <h3 id={id} className="text-sm text-ink-2">
        {t(mustMatch ? 'topics.examples.must' : 'topics.examples.mustNot')}
      </h3>
      <ul className="flex flex-col gap-1 empty:hidden">
        {examples.map((example) => (
          <ExampleLine key={example.id} topicId={topicId} example={example} readOnly={readOnly} />
        ))}
      </ul>
      {!readOnly && (
        <form onSubmit={onSubmit} className="flex items-start gap-2">
          <TextArea
            hideLabel
            rows={1}
            className="flex-1"
            label={t(mustMatch ? 'topics.examples.addMust' : 'topics.examples.addMustNot')}
            placeholder={t('topics.examples.paste')}
            value={text}
            maxLength={5_000}
            error={adding.isError ? sentenceOf(adding.error, t('ui.notSaved')) : undefined}
            onPaste={onPaste}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" busy={adding.isPending}>
            {t('topics.examples.add')}
          </Button>
        </form>
      )}
    </div>
  )
}

function ExampleLine({ topicId, example, readOnly }: { topicId: string; example: ShownExample; readOnly: boolean }) {
  const t = useText()
  const { text, mustMatch, now } = example
  const isFound = now?.found
  const isGood = isFound === mustMatch
  const hits = (now?.hits ?? []).filter((hit) => hit.part === 'text')
  const Icon = isGood ? Check : X
  return (
    <li className="flex items-start gap-2 rounded-row bg-sunken py-1 ps-2 text-sm">
      <span className="min-w-0 flex-1 py-1" dir="auto">
        <MarkedText text={text} places={hits} />
      </span>
      {isFound !== undefined && (
        <span
          className={classNames(
            'flex shrink-0 items-center gap-1 py-1 text-xs font-medium',
            isGood ? 'text-ok-text' : 'text-danger-text',
          )}
        >
          <Icon size={14} aria-hidden="true" />
          {t(isFound ? 'topics.examples.found' : 'topics.examples.leftOut')}
        </span>
      )}
      {!readOnly && (
        <IconButton
          label={t('topics.examples.remove')}
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => void removeExample(topicId, example)}
          className="size-7! touch:size-11!"
        />
      )}
    </li>
  )
}
