import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** The ways people see a screen; the narrow one is also what 400 % zoom makes of a desktop. */
export const looks = ['desktop light', 'desktop dark', 'phone dark', 'narrow light'] as const
export type Look = (typeof looks)[number]

const widths = { desktop: [1440, 900], phone: [390, 800], narrow: [320, 640] } as const

/** Turns the window and the system's theme, and waits until nothing moves any more, two seconds at most. */
export async function lookAt(page: Page, look: Look): Promise<void> {
  const [size, theme] = look.split(' ')
  const [width, height] = widths[size === 'phone' || size === 'narrow' ? size : 'desktop']
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    const limit = new Promise((resolve) => setTimeout(resolve, 2_000))
    const drawn = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.race([drawn, limit])
    const finite = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.race([Promise.allSettled(finite.map((each) => each.finished)), limit])
  })
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What an automatic check by WCAG 2.2 AA finds. In the dark only colours differ, in a narrow window all but colours. */
export async function whatShutsOut(page: Page, look: Look): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (look === 'desktop dark') axe.withRules('color-contrast')
  else axe.withTags(levels)
  if (look === 'narrow light') axe.disableRules('color-contrast')
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 2).map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`),
  )
}

/** Whether the page can be scrolled sideways; tables may, inside their frame. */
export async function whatSticksOut(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const over = [...document.querySelectorAll<HTMLElement>('html, body, main, main > *')].filter(
      (each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 10,
    )
    return over.map((each) => `sideways: ${each.tagName} ${each.scrollWidth} in ${each.clientWidth}`)
  })
}
