import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Pairs of ui.md 5.4: text or edge, ground, and the contrast it needs. */
const pairs: readonly [string, string, number][] = [
  ['ink', 'surface', 7],
  ['ink-2', 'surface', 4.5],
  ['ink-3', 'surface', 4.5],
  ['ink-3', 'canvas', 4.5],
  ['ink-3', 'sunken', 4.5],
  ['ink-2', 'accent-soft', 4.5],
  ['accent-text', 'surface', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['line-strong', 'surface', 3],
  ['line-strong', 'sunken', 3],
  ['danger-text', 'danger-soft', 4.5],
  ['warn-text', 'warn-soft', 4.5],
  ['ok-text', 'ok-soft', 4.5],
  ['note-text', 'note', 4.5],
  ['ink', 'note', 4.5],
  ['sent-neg-text', 'sent-neg-soft', 4.5],
  ['sent-neu-text', 'sent-neu-soft', 4.5],
  ['sent-pos-text', 'sent-pos-soft', 4.5],
]
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function tokensOf(theme: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(`data-theme=.${theme}.\\][^{]*\\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'] as const)('colours in the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  it.each(pairs)('%s on %s has a contrast of at least %d', (text, ground, needed) => {
    expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(needed)
  })
})
