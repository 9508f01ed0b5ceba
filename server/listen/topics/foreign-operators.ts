import type { Edit, Problem } from './query-problems.ts'

/** What is read as plain words although other tools, other languages or small letters make an operator of it. */
export function noteForeignOperator(run: string, start: number, problems: Problem[]): void {
  for (const { pattern, note } of notes) {
    const found = pattern.exec(run)
    if (!found) continue
    const { message, text, code = 'foreign-operator', severity = 'warning' } = note(found)
    const end = start + run.length
    const edits: Edit[] = text === undefined ? [] : [{ start, end, text }]
    problems.push({ severity, code, start, end, message, ...(text === undefined ? {} : { edits }) })
    return
  }
}

interface Note {
  message: string
  /** What is to stand instead of the run. */
  text?: string
  code?: string
  severity?: Problem['severity']
}

const notes: { pattern: RegExp; note: (found: RegExpExecArray) => Note }[] = [
  { pattern: /^(near|before)\/(\d+)f?$/i, note: ([run, name, digits]) => smallNear(run, name!, digits!) },
  {
    pattern: /^(w|within|adj|near_?\/?|o?near|pre)\/(\d+)$/i,
    note: ([run, name, digits]) => {
      const text = `${/^(?:pre|onear)$/i.test(name!) ? 'BEFORE' : 'NEAR'}/${digits}`
      return { message: `“${run}” is no operator here. Words near each other are found with ${text}.`, text }
    },
  },
  { pattern: /^(?:ODER|UND|NICHT)$/, note: ([run]) => foreignWord(run) },
  {
    pattern: /^!+([\p{L}\p{N}#@].*)$/u,
    note: ([, word]) => ({ message: `! excludes nothing here. Write -${word}, or NOT ${word}.`, text: `-${word}` }),
  },
  {
    pattern: /^[^&|]{1,200}(?:&&|\|\|?)[^&|].{0,200}$/,
    note: ([run]) => {
      const text = run.replaceAll(/\|\|?/g, ' OR ').replaceAll('&&', ' AND ')
      return { message: '&&, | and || join nothing here. The operators are written AND and OR.', text }
    },
  },
  {
    pattern: /^https?:\/\/([^/?#:]+)/i,
    note: ([, host]) => {
      const text = `link:${host!.toLowerCase().replace(/^www\./, '')}`
      const message = `An address is read as the words it is made of. Posts that link there are found with ${text}.`
      return { code: 'bare-link', message, text }
    },
  },
  {
    pattern: /^(followers|rating)([<>=≤≥].*)$/i,
    note: ([, name, rest]) => ({
      severity: 'error',
      code: 'bad-number',
      message: `A colon is missing: ${name!.toLowerCase()}: takes <, <=, >, >= or = and a number.`,
      text: `${name!.toLowerCase()}:${rest}`,
    }),
  },
]

function smallNear(run: string, name: string, digits: string): Note {
  const text = `${name.toUpperCase()}/${digits}`
  return {
    code: 'small-operator',
    message: `“${run}” in small letters is read as words. The operator is written ${text}.`,
    text,
  }
}

const meantByWord: Record<string, string> = { ODER: 'OR', UND: 'AND', NICHT: 'NOT' }

function foreignWord(run: string): Note {
  const text = meantByWord[run]!
  return { message: `“${run}” is a word that must occur. The operator is written ${text}.`, text }
}
