import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { plainPage } from './plain-page.ts'

test('its own style is the only one that its policy allows, to the byte, and nothing else comes in', async () => {
  const page = await plainPage('A page', html`<p>${'<script>alert(1)</script>'}</p>`)
  const text = await page.text()
  const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
  const policy = page.headers.get('content-security-policy')
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(policy).toContain("default-src 'none'")
  expect(text).not.toContain('<script')
})
