import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '../live/text.ts'
import { Button } from './button.tsx'

/** Something to take along: an address, a key, a secret. One click copies it; without a clipboard it is chosen whole. */
export function CopyField({ label, value, help }: { label: string; value: string; help?: string }) {
  const t = useText()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      const input = document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)
      input?.focus()
      input?.select()
    }
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className="min-h-(--control) min-w-0 flex-1 rounded-control border border-line-strong bg-sunken px-2.5 font-mono text-xs text-ink"
        />
        <Button
          icon={copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {t(copied ? 'ui.copied' : 'ui.copy')}
        </Button>
      </div>
      {help && <p className="text-xs text-ink-3">{help}</p>}
    </div>
  )
}
