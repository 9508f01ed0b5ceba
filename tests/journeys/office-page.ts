import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { RunningEarshot } from '../running-earshot.ts'

export const owner = { name: 'Ines Meyer', email: 'ines@acme.example', password: 'correct horse battery' }

/** Goes through the set-up link as the first person of Acme; ends on the first steps. */
export async function signUp(page: Page, { setUpUrl }: Pick<RunningEarshot, 'setUpUrl'>): Promise<void> {
  if (setUpUrl === null) throw new Error('Earshot printed no set-up link.')
  await page.goto(setUpUrl)
  await page.getByLabel('Company').fill('Acme')
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL('**/first-steps')
}

/** Signs in on the page that asks for it; ends in the inbox. */
export async function signIn(page: Page, url: string, who: { email: string; password: string }): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/inbox/**')
}

/** Asks the API as the one who is signed in on this page: for what a story needs, but does not tell. */
export async function askAs<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  const { origin } = new URL(page.url())
  const answer = await page.request.fetch(`${origin}/api${path}`, {
    method,
    headers: { origin, ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}) },
    ...(body === undefined ? {} : { data: body }),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  const text = await answer.text()
  return JSON.parse(text === '' ? 'null' : text)
}
