import { OutsideError } from './outside-error.ts'

/** Messages of one open line, kept in order until they are read. The reader learns of an end, a cut and of silence. */
export class MessageQueue {
  readonly #host: string
  readonly #waiting: string[] = []
  readonly #atEnd: (() => void)[] = []
  #over: { error?: unknown } | undefined
  #wake: (() => void) | undefined
  #lastSign = Date.now()

  constructor(host: string) {
    this.#host = host
  }

  push(message: string): void {
    this.#waiting.push(message)
    this.signOfLife()
  }

  signOfLife(): void {
    this.#lastSign = Date.now()
    this.#wake?.()
  }

  end(): void {
    this.#finish({})
  }

  cut(): void {
    this.fail(new OutsideError('cut', `The line to ${this.#host} was cut.`))
  }

  fail(error: unknown): void {
    this.#finish({ error })
  }

  /** Runs when the line is over, however it came. */
  onEnd(act: () => void): void {
    this.#atEnd.push(act)
  }

  /** What came is handed out before the end is told. `stop` closes the line when the reader leaves or silence lasts too long. */
  async *messages(idleSeconds: number, stop: () => void): AsyncGenerator<string> {
    try {
      while (true) {
        const message = this.#waiting.shift()
        if (message !== undefined) yield message
        else if (this.#over && 'error' in this.#over) throw this.#over.error
        else if (this.#over) return
        else await this.#nextSign(idleSeconds)
      }
    } finally {
      stop()
    }
  }

  async #nextSign(idleSeconds: number): Promise<void> {
    const silentFor = (Date.now() - this.#lastSign) / 1000
    if (silentFor >= idleSeconds)
      throw new OutsideError('too slow', `${this.#host} has said nothing for ${idleSeconds} seconds.`)
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      timer = setTimeout(resolve, (idleSeconds - silentFor) * 1000)
    })
    clearTimeout(timer)
  }

  #finish(over: { error?: unknown }): void {
    if (this.#over) return
    this.#over = over
    for (const act of this.#atEnd) act()
    this.#wake?.()
  }
}
