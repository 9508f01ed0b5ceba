import { Fragment } from 'react'
import { type Span, markText } from './mark-text.ts'

/** A text of others with the words that hit marked, and its addresses as links that tell nobody where one came from. */
export function MarkedText({ text, spans, lang }: { text: string; spans: readonly Span[]; lang?: string | null }) {
  return (
    <p dir="auto" {...(lang ? { lang } : {})} className="max-w-[68ch] text-md whitespace-pre-wrap">
      {markText(text, spans).map((piece, index) =>
        piece.isMarked ? <mark key={index}>{piece.text}</mark> : <Linked key={index} text={piece.text} />,
      )}
    </p>
  )
}

function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) =>
    index % 2 === 1 ? (
      <a
        key={index}
        href={part}
        target="_blank"
        rel="noreferrer noopener nofollow"
        className="text-accent-text underline"
      >
        {part.replace(/^https?:\/\//, '')}
      </a>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
