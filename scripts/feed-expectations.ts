export interface StatedFeed {
  folder: string
  file: string
  bytes: Buffer
  contentLocation: string | null
  expectations: Expectation[]
}

/** One thing a file says must come out of it. A `date` is compared to the second. */
export interface Expectation {
  of: 'feed' | 'entry'
  index: number
  key: ExpectedKey
  value: string | { date: string }
}
export type ExpectedKey = 'title' | 'link' | 'id' | 'author' | 'content' | 'summary' | 'description' | 'date'

/** Reads the comment at the top of a file; nothing when it expects nothing that a listener needs. */
export function readExpectations(folder: string, file: string, bytes: Buffer): StatedFeed | undefined {
  const text = bytes.toString('utf8')
  const stated = /Expect:\s*([\s\S]*?)\s*-->/.exec(text)?.[1]
  if (!stated) return undefined
  const expectations = stated.split(/\s+and\s+(?=not bozo|feed|entries)/).flatMap((one) => readExpectation(one) ?? [])
  const contentLocation = /Header:\s*Content-Location:\s*(\S+)/i.exec(text)?.[1] ?? null
  return expectations.length > 0 ? { folder, file, bytes, contentLocation, expectations } : undefined
}

function readExpectation(written: string): Expectation | undefined {
  const found = /^(feed|entries\[(\d)\])((?:\[[^\]]+\]|\.[a-z_]+)+)\s*==\s*([\s\S]+)$/.exec(written)
  if (!found) return undefined
  const [, what, index = '0', path = '', literal = ''] = found
  const of = what === 'feed' ? 'feed' : 'entry'
  const key = keyOf(of, path)
  const value = readLiteral(literal)
  return key && value !== undefined ? { of, index: Number(index), key, value } : undefined
}

const keys: Record<string, ExpectedKey> = {
  title: 'title',
  'title_detail value': 'title',
  link: 'link',
  'links [0] href': 'link',
  id: 'id',
  guid: 'id',
  author: 'author',
  'author_detail name': 'author',
  'author_detail email': 'author',
  'authors [0] name': 'author',
  'content [0] value': 'content',
  summary: 'summary',
  description: 'summary',
  'summary_detail value': 'summary',
  published_parsed: 'date',
  updated_parsed: 'date',
  created_parsed: 'date',
  issued_parsed: 'date',
  modified_parsed: 'date',
  date_parsed: 'date',
  subtitle: 'description',
  tagline: 'description',
  info: 'description',
  'subtitle_detail value': 'description',
  'tagline_detail value': 'description',
}

function keyOf(of: 'feed' | 'entry', path: string): ExpectedKey | undefined {
  const words = path
    .replace(/\[(\d)\]/g, ' [$1] ')
    .replace(/\['|'\]|\./g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
  const key = keys[words]
  if (of === 'feed' && key === 'id') return undefined
  return of === 'feed' && key === 'summary' ? 'description' : key
}

/** A string or a time as Python writes it. */
function readLiteral(written: string): Expectation['value'] | undefined {
  const text = written.trim()
  const quoted = /^u?('''|"""|'|")([\s\S]*)\1$/.exec(text)?.[2]
  if (quoted !== undefined)
    return quoted
      .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll('\\n', '\n')
      .replaceAll('\\t', '\t')
      .replace(/\\(['"\\])/g, '$1')
  const numbers = /^\(([\d, ]+)\)$/.exec(text)?.[1]?.split(',').map(Number)
  if (!numbers) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers
  return { date: new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19) }
}
