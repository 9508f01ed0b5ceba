import { sql } from 'kysely'
import { notFound } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'

/** Connected channels with the name of their department, in the order of their names. */
export function selectChannels(tx: Tx) {
  return tx
    .selectFrom('channel')
    .leftJoin('department', 'department.id', 'channel.departmentId')
    .where('channel.removedAt', 'is', null)
    .select([
      'channel.id',
      'channel.workspaceId',
      'channel.kind',
      'channel.name',
      'channel.settings',
      'channel.account',
      'channel.accountUrl',
      'channel.state',
      'channel.stateNote',
      'channel.stateSince',
      'channel.behindSeconds',
      'channel.lastHeardAt',
      'channel.departmentId',
      'department.name as departmentName',
      'channel.createdAt',
    ])
    .orderBy((eb) => eb.fn<string>('lower', ['channel.name']))
    .orderBy('channel.id')
}

export type ChannelRow = Awaited<ReturnType<ReturnType<typeof selectChannels>['execute']>>[number]

/** One connected channel, or the refusal that there is none. */
export async function requireChannel(tx: Tx, id: string): Promise<ChannelRow> {
  const channel = await selectChannels(tx).where('channel.id', '=', id).executeTakeFirst()
  if (!channel) throw notFound('channel')
  return channel
}

const mostCounted = 100_000

/** Posts since midnight UTC by channel; counted up to a limit. */
export async function countToday(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom((eb) =>
      eb
        .selectFrom('post')
        .select('channelId')
        .where('postedAt', '>=', sql<Date>`date_trunc('day', now(), 'UTC')`)
        .limit(mostCounted)
        .as('today'),
    )
    .select((eb) => ['channelId', eb.fn.countAll<string>().as('posts')])
    .groupBy('channelId')
    .execute()
  return new Map(rows.map((row) => [row.channelId, Number(row.posts)]))
}
