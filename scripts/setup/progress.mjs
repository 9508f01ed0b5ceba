/** A step could not be done. The message is for the person at the terminal. */
export class SetupError extends Error {
  name = 'SetupError'
}

/**
 * Shows what is being done and for how long: a line that counts on a terminal, otherwise a line every ten seconds.
 * Speaks on standard error, so that a command's own answer stays clean.
 */
export async function during(what, work) {
  const began = Date.now()
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(0)} s`
  const isTerminal = process.stderr.isTTY
  process.stderr.write(isTerminal ? `${what} …` : `${what} …\n`)
  const ticking = setInterval(
    () => process.stderr.write(isTerminal ? `\r${what} … ${elapsed()}` : `  still at it (${elapsed()})\n`),
    isTerminal ? 1000 : 10_000,
  )
  try {
    const result = await work()
    process.stderr.write(isTerminal ? `\r${what}: done in ${elapsed()}\n` : `  done in ${elapsed()}\n`)
    return result
  } catch (problem) {
    process.stderr.write(isTerminal ? `\r${what}: failed after ${elapsed()}\n` : `  failed after ${elapsed()}\n`)
    throw problem
  } finally {
    clearInterval(ticking)
  }
}
