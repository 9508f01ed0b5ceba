import { isLiving, type LivingServer } from './living-server.ts'

/** Looks twice a second whether the server still lives, and starts it again when it does not. */
export function keepRunning(
  first: LivingServer,
  startAgain: () => Promise<LivingServer>,
  say: (sentence: string) => void,
): { stop: () => Promise<LivingServer> } {
  let server = Promise.resolve(first)
  let restarting = false
  let known = first
  const again = async (): Promise<LivingServer> => {
    try {
      known = await startAgain()
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem))
    }
    restarting = false
    return known
  }
  const watch = setInterval(() => {
    if (restarting || isLiving(known)) return
    restarting = true
    say('The store has stopped unexpectedly and is being started again.')
    server = again()
  }, 500)
  watch.unref()
  return {
    stop: () => {
      clearInterval(watch)
      return server
    },
  }
}
