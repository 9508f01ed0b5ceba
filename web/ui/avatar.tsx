import { classNames } from './class-names.ts'

/** Initials in a circle; the name stands beside it, so readers pass over it. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' | 'lg' }) {
  const initials = name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')
    .toUpperCase()
  return (
    <span
      aria-hidden="true"
      data-initials={initials}
      className={classNames(
        'before:content-[attr(data-initials)] inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-text select-none',
        size === 'sm' ? 'size-5 text-[0.5625rem]' : size === 'md' ? 'size-7 text-2xs' : 'size-10 text-sm',
      )}
    />
  )
}
