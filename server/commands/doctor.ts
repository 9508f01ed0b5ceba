import type { Config } from '../config.ts'
import { examineMachine } from './examine-machine.ts'
import { examineStore } from './examine-store.ts'
import type { Finding } from './finding.ts'

const marks = { well: 'ok    ', notice: 'note  ', wrong: 'WRONG ' }

/** Says how the installation is, a line per thing. Returns 1 when something is wrong, else 0. */
export async function doctor(config: Config): Promise<number> {
  const findings = [...(await examineMachine(config)), ...(await examineStore(config))]
  for (const finding of findings) console.log(lineOf(finding))
  const wrong = findings.filter(({ state }) => state === 'wrong').length
  console.log(wrong === 0 ? '\nAll is well.' : `\n${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`)
  return wrong === 0 ? 0 : 1
}

function lineOf({ what, state, sentence }: Finding): string {
  return `${marks[state]}${what}: ${sentence}`
}
