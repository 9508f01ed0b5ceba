const panes = 'nav, main, section[aria-label], aside'

/** Moves the focus to the next pane, or the previous one: to its first control that can be reached. */
export function movePane(step: 1 | -1): void {
  const found = [...document.querySelectorAll<HTMLElement>(panes)].filter((pane) => pane.offsetParent !== null)
  const at = found.findLastIndex((pane) => pane.contains(document.activeElement))
  const next = found[(at + step + found.length) % found.length]
  const target =
    next?.querySelector<HTMLElement>('[tabindex="0"], a[href], button:not([disabled]), input, textarea') ?? next
  target?.focus()
}
