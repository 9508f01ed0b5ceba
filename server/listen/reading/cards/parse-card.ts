import type { CardBlock, CardSection } from '../../../../contract/readings.ts'

/**
 * Cuts the model card into what a screen shows: sections with paragraphs, lists, tables and commands. It knows the few
 * forms the card is written in; whatever else stands there is a paragraph. Marks of emphasis are dropped.
 */
export function parseCard(markdown: string): CardSection[] {
  const sections: CardSection[] = []
  for (const part of markdown.split(/^(?=#{1,3} )/m)) {
    const [first = '', ...rest] = part.split('\n')
    const isTitled = /^#{1,3} /.test(first)
    const blocks = blocksOf((isTitled ? rest : [first, ...rest]).join('\n'))
    const title = isTitled ? plain(first.replace(/^#+ /, '')) : ''
    if (title !== '' || blocks.length > 0) sections.push({ title, blocks })
  }
  return sections
}

function blocksOf(text: string): CardBlock[] {
  return text
    .split(/(^```[\s\S]*?^```$)/m)
    .flatMap((piece) => (piece.startsWith('```') ? [codeOf(piece)] : piece.split(/\n\s*\n/).flatMap(blockOf)))
}

function codeOf(piece: string): CardBlock {
  return { kind: 'code', text: piece.replace(/^```.*\n/, '').replace(/\n?```$/, '') }
}

function blockOf(paragraph: string): CardBlock[] {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  if (lines.every((line) => line.trim().startsWith('|'))) return [tableOf(lines)]
  if (lines[0]!.startsWith('- ')) return [{ kind: 'list', lines: listOf(lines) }]
  return [{ kind: 'text', text: plain(lines.join(' ')) }]
}

/** A line that does not begin with a dash goes on with the one before. */
function listOf(lines: readonly string[]): string[] {
  const found: string[] = []
  for (const line of lines) {
    if (line.startsWith('- ') || found.length === 0) found.push(plain(line.replace(/^- /, '')))
    else found.push(`${found.pop()} ${plain(line)}`)
  }
  return found
}

function tableOf(lines: readonly string[]): CardBlock {
  const rows = lines
    .filter((line) => !/^\s*\|[\s|:-]+\|\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map((cell) => plain(cell)),
    )
  const [head = [], ...body] = rows
  return { kind: 'table', head, rows: body }
}

function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}
