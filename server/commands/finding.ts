/** One thing that was looked at: well, or wrong with a sentence that says what to do. */
export interface Finding {
  what: string
  state: 'well' | 'notice' | 'wrong'
  sentence: string
}

export function well(what: string, sentence: string): Finding {
  return { what, state: 'well', sentence }
}

/** Nothing is broken, but somebody should know. */
export function notice(what: string, sentence: string): Finding {
  return { what, state: 'notice', sentence }
}

export function wrong(what: string, sentence: string): Finding {
  return { what, state: 'wrong', sentence }
}
