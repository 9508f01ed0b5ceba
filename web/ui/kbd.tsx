import { classNames } from './class-names.ts'

const signs: Record<string, string> = {
  enter: '⏎',
  shift: '⇧',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  space: '␣',
  alt: 'Alt',
}

/** A key or a sequence of keys as printed on the keyboard. For the eye only; `aria-keyshortcuts` tells readers. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)
  const shown = keys
    .split(' ')
    .map((step) =>
      step
        .split('+')
        .map((key) => (key === 'mod' ? (isApple ? '⌘' : 'Ctrl ') : (signs[key] ?? key.toUpperCase())))
        .join(''),
    )
    .join(' ')
  return (
    <kbd
      aria-hidden="true"
      className={classNames(
        'rounded-chip border border-current/25 px-1 font-sans text-2xs font-medium touch:hidden',
        className,
      )}
    >
      {shown}
    </kbd>
  )
}
