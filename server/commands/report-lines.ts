import type { BadLine } from './topic-lines.ts'

const mostShown = 10

/** Counts lines that were left out, keeps the first few, and says so on standard error at the end. */
export interface BadLines {
  add: (bad: readonly BadLine[]) => void
  report: () => void
}

export function collectBadLines(name: string, what: 'posts' | 'topics'): BadLines {
  const first: BadLine[] = []
  let count = 0
  return {
    add(bad) {
      count += bad.length
      if (first.length < mostShown) first.push(...bad.slice(0, mostShown - first.length))
    },
    report() {
      if (count === 0) return
      for (const { number, problem } of first) console.error(`${name}, line ${number}: ${problem}`)
      const more = count > mostShown ? ` The first ${mostShown} are shown.` : ''
      const said = count === 1 ? '1 line was' : `${count.toLocaleString('en')} lines were`
      console.error(`${said} left out of the ${what} in ${name}.${more}`)
    },
  }
}

const secondsBetween = 5

/** Gives a function to be called with the number done so far; it says something every few seconds. */
export function reportProgress(): (done: number) => void {
  const started = performance.now()
  let said = started
  return (done) => {
    const now = performance.now()
    if (now - said < secondsBetween * 1000) return
    said = now
    const rate = Math.round(done / ((now - started) / 1000))
    console.error(`${done.toLocaleString('en')} posts so far, ${rate.toLocaleString('en')} a second`)
  }
}
