import { OutsideError, type OutsideTrouble } from '../lib/outside-error.ts'
import { secondsToWait, wordsOf, type JsonAnswer } from './ask-json.ts'
import { BackOff, Refusal, SignInNeeded, type SendOutcome } from './connector.ts'

/** Before a line stands nothing can have been taken in; after that we cannot know. */
const neverLeft: OutsideTrouble[] = ['bad address', 'not found', 'refused address', 'unreachable', 'no secure line']

/** What a line that broke means for the message that was to go over it. Steering errors are thrown on. */
export function outcomeOfFailure(error: unknown, network: string): SendOutcome {
  if (error instanceof SignInNeeded || error instanceof BackOff) throw error
  if (error instanceof Refusal) return { outcome: 'failed', reason: error.message }
  if (error instanceof OutsideError && neverLeft.includes(error.trouble))
    return { outcome: 'retry', reason: error.message }
  const cause =
    error instanceof OutsideError ? error.message : `The line to ${network} ended while the reply was on its way.`
  return { outcome: 'unknown', reason: `${cause} The reply may stand there or not.` }
}

/** What an answer means that does not take the message; undefined where it does (2xx). Throws `SignInNeeded` at 401. */
export function outcomeOfRefusal(answer: JsonAnswer, network: string, now: Date): SendOutcome | undefined {
  const { status, headers, body } = answer
  const words = wordsOf(body)
  if (status >= 200 && status < 300) return undefined
  if (status === 429 || status === 503) {
    const afterSeconds = secondsToWait(headers, now)
    return { outcome: 'retry', reason: `${network} asked to wait.`, ...(afterSeconds && { afterSeconds }) }
  }
  if (status === 401)
    throw new SignInNeeded(`${network} does not accept the sign-in (any more)${words}. Sign in again.`)
  if (status >= 500 || status === 408) {
    const reason = `${network} answered with the error ${status}; it may have taken the reply all the same.`
    return { outcome: 'unknown', reason }
  }
  if (status === 404 || status === 410)
    return { outcome: 'failed', reason: `The post it answers is gone from ${network}, or hidden from us.` }
  return { outcome: 'failed', reason: `${network} refused the reply${words || ` with the status ${status}`}.` }
}
