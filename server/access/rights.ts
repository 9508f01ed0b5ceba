import { rightName } from '../../contract/team.ts'
import type { RightName } from '../../contract/team.ts'
import type { Bundle } from '../model/grant.ts'

/**
 * Who may do what, stated once. What does not stand here is refused.
 *
 * `owner` and `admin` hold for the workspace; `lead` and `agent` hold for one department each, and see its
 * conversations alone (`filters.ts`). Note that an admin sees no content.
 */
export const rightsOfBundle: Record<Bundle, readonly RightName[]> = {
  owner: rightName.options,
  admin: ['channel.read', 'channel.change', 'team.read', 'team.change', 'key.change', 'workspace.change'],
  lead: [
    'conversation.read',
    'conversation.answer',
    'topic.read',
    'topic.change',
    'channel.read',
    'rule.read',
    'rule.change',
    'people.read',
    'team.read',
    'shelf.read',
    'shelf.change',
    'outcome.read',
    'reading.read',
    'reading.change',
  ],
  agent: [
    'conversation.read',
    'conversation.answer',
    'topic.read',
    'channel.read',
    'people.read',
    'team.read',
    'outcome.read',
    'reading.read',
  ],
}

const rank: Record<Bundle, number> = { owner: 3, admin: 2, lead: 1, agent: 0 }

/** A grant that holds now. */
export interface Grant {
  bundle: Bundle
  departmentId: string | null
}

/** Everything these grants allow together. */
export function rightsOf(grants: readonly Grant[]): Set<RightName> {
  return new Set(grants.flatMap((grant) => rightsOfBundle[grant.bundle]))
}

/**
 * Whether somebody with `own` grants may give or take `wanted`: never above one's own. Only an owner makes owners;
 * an admin gives everything below.
 */
export function mayGive(own: readonly Grant[], wanted: Bundle): boolean {
  const highest = Math.max(-1, ...own.map((grant) => rank[grant.bundle]))
  return highest >= rank.admin && rank[wanted] <= highest
}
