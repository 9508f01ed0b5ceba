import { z } from 'zod'
import { ruleBody, ruleChange, rulePage, ruleQuery, ruleView } from '../../../contract/rules.ts'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { Problem } from '../../access/problem.ts'
import { type Route, route } from '../../access/route.ts'
import { changeRule } from './change-rule.ts'
import { createRule } from './create-rule.ts'
import { listRules } from './list-rules.ts'
import { removeRule } from './remove-rule.ts'
import { readRule } from './rule-store.ts'

/** Everything that is wrong with a query, or worth a look; handed in, since this room does not know the language. */
export type CheckWords = (words: string) => QueryDiagnostic[]

const byId = z.object({ id: z.string() })

/** The rules that bring conversations to the people who should have them. */
export function ruleRoutes(checkWords: CheckWords): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rules',
      right: 'rule.read',
      summary: 'Rules in their order: the first that fits wins.',
      query: ruleQuery,
      answer: rulePage,
      act: ({ tx, who, query }) => listRules(tx, who.workspaceId, query),
    }),
    route({
      method: 'POST',
      path: '/rules',
      right: 'rule.change',
      summary: 'Add a rule after all others.',
      body: ruleBody,
      answer: ruleView,
      status: 201,
      act: async ({ tx, who, body }) => {
        refuseWrongWords(checkWords, body.words)
        return readRule(tx, who.workspaceId, await createRule(tx, who, body))
      },
    }),
    ...changingRoutes(checkWords),
  ]
}

function changingRoutes(checkWords: CheckWords): Route[] {
  return [
    route({
      method: 'PATCH',
      path: '/rules/:id',
      right: 'rule.change',
      summary: 'Change a rule, or its place in the order.',
      params: byId,
      body: ruleChange,
      answer: ruleView,
      act: async ({ tx, who, params, body }) => {
        refuseWrongWords(checkWords, body.words)
        await changeRule(tx, who, params.id, body)
        return readRule(tx, who.workspaceId, params.id)
      },
    }),
    route({
      method: 'DELETE',
      path: '/rules/:id',
      right: 'rule.change',
      summary: 'Take a rule away; what it placed stays.',
      params: byId,
      answer: null,
      status: 204,
      act: async ({ tx, who, params }) => {
        await removeRule(tx, who, params.id)
        return undefined
      },
    }),
  ]
}

function refuseWrongWords(checkWords: CheckWords, words: string | null | undefined): void {
  if (!words) return
  const diagnostics = checkWords(words)
  const mistake = diagnostics.find((diagnostic) => diagnostic.severity === 'error')
  if (mistake) throw new Problem(422, 'bad_query', mistake.message, { field: 'words', diagnostics })
}
