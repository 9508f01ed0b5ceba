/** What the matcher must show, and what it showed in this run. */
export interface Goal {
  what: string
  /** Whether the figure may not be below the bound, or not above it. */
  sign: '≥' | '≤'
  bound: number
  seen: number
}

export function printGoals(goals: readonly Goal[]): void {
  if (goals.length > 0) console.log('\nGoals:')
  for (const { what, sign, bound, seen } of goals) {
    const isMet = sign === '≥' ? seen >= bound : seen <= bound
    console.log(`  ${isMet ? 'met    ' : 'NOT MET'}  ${what}: ${Number(seen.toPrecision(3))} (${sign} ${bound})`)
  }
}
