import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from '../server/connectors/feed/parse-feed.ts'
import { readExpectations } from './feed-expectations.ts'
import type { StatedFeed } from './feed-expectations.ts'
import { meets } from './meets-expectation.ts'

export interface FolderScore {
  passed: number
  total: number
}

/** Counts, folder by folder, the files of feedparser's suite out of which comes all that they state. */
export function scoreFeedFolders(root: string): { folders: Map<string, FolderScore>; missed: string[] } {
  const folders = new Map<string, FolderScore>()
  const missed: string[] = []
  for (const stated of findStatedFeeds(root)) {
    const score = folders.get(stated.folder) ?? { passed: 0, total: 0 }
    folders.set(stated.folder, score)
    score.total += 1
    const failed = failedOf(stated)
    if (failed === undefined) score.passed += 1
    else missed.push(`${stated.folder}/${stated.file}: ${failed}`)
  }
  return { folders, missed }
}

function failedOf({ bytes, file, contentLocation, expectations }: StatedFeed): string | undefined {
  // feedparser's suite serves its files here; what is relative to the document is relative to this address.
  const parsed = parseFeed({ bytes, url: `http://127.0.0.1:8097/${file}`, contentLocation })
  if (!('feed' in parsed)) return 'taken for no feed'
  const failed = expectations.filter((expected) => !meets(parsed.feed, expected))
  return failed.length > 0 ? JSON.stringify(failed) : undefined
}

function findStatedFeeds(root: string): StatedFeed[] {
  const names = readdirSync(root).filter(
    (name) => name.startsWith('feedparser-') && !/encoding|illformed|json/.test(name),
  )
  return names.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .flatMap((file) => readExpectations(name, file, readFileSync(join(root, name, file))) ?? []),
  )
}
