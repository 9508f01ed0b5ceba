import type { z } from 'zod'
import type { RuleView, ruleQuery } from '../../../contract/rules.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { presentRule, selectRules } from './rule-store.ts'

/** Rules in their order. */
export async function listRules(
  tx: Tx,
  workspaceId: string,
  { limit, after }: z.infer<typeof ruleQuery>,
): Promise<{ items: RuleView[]; next: string | null }> {
  const place = Number(placeAfter(after, 'number')?.[0] ?? 0)
  const rows = await selectRules(tx, workspaceId)
    .where('rule.position', '>', place)
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(presentRule)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([String(last.position)]) : null }
}
