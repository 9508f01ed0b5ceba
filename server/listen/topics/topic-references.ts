import type { Tx } from '../../db/database.ts'
import { conflict, refused } from '../../access/problem.ts'
import type { Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'
import { parseQuery } from './parse-query.ts'
import { sameName } from './same-name.ts'
import { listNamedQueries } from './topic-names.ts'

/** Refuses an owner or a department that is not there. */
export async function refuseUnknownPlaces(
  tx: Tx,
  { ownerId, departmentId }: { ownerId: string | null; departmentId: string | null },
): Promise<void> {
  if (ownerId !== null) {
    const owner = tx.selectFrom('colleague').select('id').where('id', '=', ownerId).where('leftAt', 'is', null)
    if (!(await owner.executeTakeFirst()))
      throw refused('ownerId', 'There is no colleague with this id. Choose another owner.')
  }
  if (departmentId !== null) {
    const department = tx.selectFrom('department').select('id').where('id', '=', departmentId)
    if (!(await department.executeTakeFirst()))
      throw refused('department', 'There is no department with this id. Choose another one.')
  }
}

/** Refuses a name that another topic has already, whatever its case. */
export async function refuseTakenName(tx: Tx, name: string, ownId?: string): Promise<void> {
  const other = await tx
    .selectFrom('topic')
    .select(['id', 'name'])
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', eb.fn<string>('lower', [eb.val(name)])))
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (other && other.id !== ownId) throw takenName(other.name)
}

/** Refuses to rename or remove a topic while another one says `topic:` and its name. */
export async function refuseWhileReferredTo(tx: Tx, name: string, field?: string): Promise<void> {
  const others = (await listNamedQueries(tx)).filter((topic) => topic.name !== name)
  const referring = others.find((topic) => {
    const { query } = parseQuery(topic.query)
    return query !== undefined && leadsTo(query, name)
  })
  if (!referring) return
  const message = `The topic “${referring.name}” looks into this one (topic:${name}). Take that out of its query first.`
  throw conflict('topic_referred_to', message, field)
}

function leadsTo(query: Query, name: string): boolean {
  if (query.kind === 'field') return query.field === 'topic' && sameName(query.value, name)
  return childrenOf(query).some((child) => leadsTo(child, name))
}

/** Two people chose the same name in the same moment: the database tells it, and we say it as above. */
export function saidAsTakenName(thrown: unknown, name: string): unknown {
  const isTaken = thrown instanceof Error && 'constraint' in thrown && thrown.constraint === 'topic_name'
  return isTaken ? takenName(name) : thrown
}

function takenName(name: string) {
  return conflict('name_taken', `There is already a topic “${name}”. Choose another name, or change that one.`, 'name')
}
