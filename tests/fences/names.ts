import { isTest, type SourceTree } from './source-tree.ts'

/** Words that have another word in our language; see the glossary in `ARCHITECTURE.md`. */
const refusedWords = ['ticket', 'case', 'item', 'contact', 'mention', 'lead']
const emptyNames = ['util', 'helper', 'common', 'service', 'manager', 'type', 'constant', 'misc', 'shared', 'stuff']

/** Tables, types and addresses named with a word we do not use. A connector speaks its network's language when it reads. */
export function refusedNames(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (isTest(path) || path.startsWith('server/connectors/')) return []
    return namesIn(path, text).flatMap(({ kind, name, words }) => {
      const word = words.find((each) => isRefused(each)) ?? conversationStatus(words)
      return word ? [`${path}: the ${kind} ${name} uses the word "${word}"; see the glossary in ARCHITECTURE.md`] : []
    })
  })
}

/** Catalogue texts, as they stand on screen, that call a thing by a refused word. Letters may still have a case. */
export function refusedTexts(texts: string[]): string[] {
  const noun = String.raw`(?:an?|the|this|that|these|new|open|all|your|our|no)\s+(?:items?|contacts?|mentions?)`
  const ours = String.raw`(?:a|these|new|open|all|your|our)\s+cases?|(?:a|new)\s+lead`
  const refused = new RegExp(String.raw`\b(?:tickets?|leads|${noun}|${ours})\b`, 'i')
  return texts.filter((text) => refused.test(text)).map((text) => `the text "${text}" uses a refused word`)
}

/** Files and folders whose name says nothing about what is in them. */
export function emptyFileNames(tree: SourceTree): string[] {
  return [...tree.keys()].flatMap((path) => {
    const parts = path.replace(/(\.(test|job|gen))?\.tsx?$/, '').split('/')
    const empty = parts.find((part, position) => isEmptyName(part, position === parts.length - 1))
    return empty ? [`${path}: the name "${empty}" does not say what is in it`] : []
  })
}

function isEmptyName(part: string, isFile: boolean): boolean {
  const last = part.split('-').at(-1) ?? ''
  const word = singular(last)
  return (
    emptyNames.includes(word) &&
    (part === last ? word !== 'type' || isFile : ['util', 'helper', 'service', 'manager'].includes(word))
  )
}

interface Named {
  kind: string
  name: string
  words: string[]
}

function namesIn(path: string, text: string): Named[] {
  const isMigration = path.includes('/migrations/')
  return [
    ...find(text, /^(?:export )?(?:interface|class|type) (\w+)/gm, 'type', /(?=[A-Z])|_/),
    ...(isMigration ? find(text, /create table (?:if not exists )?(\w+)/gi, 'table', /_/) : []),
    ...find(text, /['"`]((?:\/[a-z{}:-]+)+)['"`]/gi, 'address', /[/-]/).filter(() =>
      /routes|route\.ts|http\//.test(path),
    ),
  ]
}

function find(text: string, pattern: RegExp, kind: string, between: RegExp): Named[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => ({
    kind,
    name,
    words: name.split(between).filter(Boolean).map(singular),
  }))
}

function isRefused(word: string): boolean {
  return refusedWords.includes(word)
}

function conversationStatus(words: string[]): string | undefined {
  return words.includes('conversation') && words.includes('statu') ? 'status' : undefined
}

function singular(word: string): string {
  return word.toLowerCase().replace(/s$/, '')
}
