import { runEarshot } from '../../tests/running-earshot.ts'
import type { RunningEarshot } from '../../tests/running-earshot.ts'

/** A real server of its own on loopback, with a workspace, a signed inbound channel and topics. */
export interface BenchServer extends RunningEarshot {
  email: string
  password: string
  inboundUrl: string
  secret: string
}

export async function startServer(folder: string, topics: number): Promise<BenchServer> {
  const earshot = await runEarshot(folder)
  const email = 'bench@example.org'
  const password = 'a password for benches'
  earshot.command('user', 'add', '--email', email, '--name', 'Bench', '--password', password, '--owner')
  const key = earshot.command('key', 'add', '--name', 'bench')

  async function make<Answer>(path: string, body: unknown): Promise<Answer> {
    const answer = await fetch(`${earshot.url}/api${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }

  const channel = await make<{ inboundUrl: string; secret: string }>('/channels', {
    kind: 'inbound',
    name: 'Bench',
    settings: {},
  })
  for (let number = 0; number < topics; number++)
    await make('/topics', {
      name: `Topic ${number}`,
      kind: 'brand',
      query: `brand${number} AND (late OR lost OR broken OR fine OR "never again") -lottery`,
      purpose: 'bench',
      action: 'none',
      on: true,
    })
  return { ...earshot, email, password, inboundUrl: channel.inboundUrl, secret: channel.secret }
}
