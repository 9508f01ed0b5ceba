import { z } from 'zod'
import type { opmlAnswer } from '../../../contract/channels.ts'
import { Problem, refused } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Connector } from '../../connectors/connector.ts'
import { parseOpml } from '../../connectors/feed/parse-opml.ts'
import type { Tx } from '../../db/database.ts'
import type { ChannelParts } from './channel-parts.ts'
import { keepChannel } from './create-channel.ts'
import { freeName } from './name-channel.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { unsealSettings } from './sealed-settings.ts'

const mostFeeds = 1_000

interface Outline {
  title: string
  url: string
}

type Answer = z.infer<typeof opmlAnswer>

/**
 * Connects every feed of an OPML file (http://opml.org/spec2.opml). They are not asked first: a thousand answers would
 * take too long to wait for. The listener asks each, and one that does not answer says so in the list of channels.
 */
export async function importOpml(
  tx: Tx,
  parts: Pick<ChannelParts, 'connectors' | 'keyring'>,
  { who, opml }: { who: Who; opml: string },
): Promise<Answer> {
  const connector = connectorOf(parts, 'feed')
  const known = await listFeedUrls(tx, parts, who.workspaceId)
  const answer: Answer = { made: 0, already: 0, refused: [] }
  for (const outline of readOutlines(opml)) {
    const settings = tryReading(connector, outline)
    if (settings instanceof Problem) answer.refused.push({ ...outline, message: settings.message })
    else if (known.has(outline.url)) answer.already += 1
    else {
      const name = await freeName(tx, outline.title.slice(0, 110))
      const checked = { account: outline.title, url: outline.url, settings }
      await keepChannel(tx, parts, { who, wanted: { kind: 'feed', name, settings }, connector, checked })
      known.add(outline.url)
      answer.made += 1
    }
  }
  return answer
}

function tryReading(connector: Connector, { url }: Outline): unknown {
  try {
    return readSettings(connector, { url })
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown
    throw thrown
  }
}

/** The feeds of an OPML file in their order, each once. Refuses what is no OPML. */
export function readOutlines(opml: string): Outline[] {
  const feeds = parse(opml)
  if (feeds.length === 0)
    throw refused('opml', 'There is no feed in this file. Export your feeds as OPML from your reader.')
  if (feeds.length > mostFeeds)
    throw refused(
      'opml',
      `There are ${feeds.length} feeds in this file; at most ${mostFeeds} are taken at once. Split it.`,
    )
  return feeds
}

function parse(opml: string): Outline[] {
  try {
    return parseOpml(opml).map(({ title, url }) => ({ title, url }))
  } catch {
    throw refused(
      'opml',
      'This is not an OPML file. Export your feeds as OPML from your reader, then choose that file.',
    )
  }
}

async function listFeedUrls(tx: Tx, parts: Pick<ChannelParts, 'keyring'>, workspaceId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('channel')
    .select(['id', 'settings'])
    .where('kind', '=', 'feed')
    .where('removedAt', 'is', null)
    .execute()
  const url = z.object({ url: z.string() })
  const urls = rows.map((row) =>
    url.safeParse(unsealSettings(parts.keyring, { workspaceId, id: row.id }, row.settings).settings),
  )
  return new Set(urls.flatMap((read) => (read.success ? [read.data.url] : [])))
}
