import type { Ref, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { fieldLook, Labelled, type LabelledProps } from './field.tsx'

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement>, LabelledProps {
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text with their name, help and mistake; grows with what is written. */
export function TextArea({ label, hideLabel, help, error, className, ...rest }: TextAreaProps) {
  return (
    <Labelled {...{ label, hideLabel, help, error, className }}>
      {(tied) => (
        <textarea
          {...tied}
          rows={3}
          {...rest}
          className={classNames(fieldLook(Boolean(error)), 'field-sizing-content max-h-96 py-1.5')}
        />
      )}
    </Labelled>
  )
}
