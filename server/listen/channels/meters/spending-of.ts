import type { Budget, Tools } from '../../../connectors/connector.ts'
import type { Work } from '../../../db/workspace.ts'
import { spend } from './spend.ts'

interface Spender {
  workspaceId: string
  budgets: readonly Budget[]
  /** Takes the sentence when a budget comes near its end. */
  warn: (sentence: string) => void
}

/** What a connector is handed to take from its budgets, each time in a transaction of its own. */
export function spendingOf(work: Work, { workspaceId, budgets, warn }: Spender): Tools<unknown>['spend'] {
  return async (units, name) => {
    const asked = budgets.filter((budget) => name === undefined || budget.name === name)
    if (asked.length === 0 || units === 0) return
    const near = await work((tx) => spend(tx, { workspaceId, budgets: asked, units, now: new Date() }))
    for (const { label, most, unit } of near) warn(`${label} is nearly used up: four fifths of ${most} ${unit}.`)
  }
}
