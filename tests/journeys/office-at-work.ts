import type { Page } from 'playwright-core'
import { askAs, signUp } from './office-page.ts'
import { type OwnProgram, type PushedPost, startOwnProgram } from './own-program.ts'
import type { Story } from './story.ts'

export const colleague = { name: 'Tomás Vidal', email: 'tomas@acme.example', password: 'another horse battery' }

/** An office that is past its first steps: a colleague, a topic, and a program that pushes posts. */
export interface OfficeAtWork {
  program: OwnProgram
  topicId: string
  channelId: string
  serviceId: string
}

/** Signs up on the story's page and sets up what the story needs, but does not tell. */
export async function openOfficeAtWork({ page, earshot }: Story): Promise<OfficeAtWork> {
  const program = await startOwnProgram()
  await signUp(page, earshot)
  await askAs(page, 'PATCH', '/workspace', { firstRunClosed: true })
  const { name, email, password } = colleague
  const words = ['--email', email, '--name', name, '--password', password, '--department', 'Service']
  earshot.command('user', 'add', ...words)
  const departments = await askAs<{ items: { id: string; name: string }[] }>(page, 'GET', '/departments')
  const serviceId = departments.items.find((each) => each.name === 'Service')?.id ?? ''
  const topic = await askAs<{ id: string }>(page, 'POST', '/topics', {
    name: 'Delivery delays',
    kind: 'need',
    query: 'parcel OR delivery',
    purpose: 'Know within the hour when parcels go missing',
    action: 'Service answers',
    department: serviceId,
    on: true,
  })
  const channel = await askAs<{ id: string; inboundUrl: string; secret: string }>(page, 'POST', '/channels', {
    kind: 'inbound',
    name: 'Acme forum',
    settings: { replyUrl: program.replyUrl },
  })
  program.know(channel)
  return { program, topicId: topic.id, channelId: channel.id, serviceId }
}

const firstNames = ['Mara', 'Dev', 'Hana', 'Leon', 'Rosa', 'Farid', 'Aiko', 'Jonas', 'Lý', 'Sofia']

/** People who each wrote about a parcel of theirs, the first longest ago. */
export function peopleWithParcels(count: number, from = 1): PushedPost[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index
    const name = `${firstNames[number % firstNames.length]} Number${number}`
    return {
      id: `parcel-${number}`,
      text: `Where is my parcel? It is number ${number}.`,
      author: { id: `person-${number}`, handle: `@person${number}`, name },
      url: `https://forum.acme.example/t/${number}`,
      createdAt: new Date(Date.now() - (count - index) * 1_000).toISOString(),
    }
  })
}

/** Waits until that many conversations are in the list. */
export async function waitForRows(page: Page, count: number): Promise<void> {
  await page.locator(`[role=grid][aria-rowcount="${count}"]`).waitFor()
}
