import { execFileSync } from 'node:child_process'

/** Files and lines of the last 400 commits without merges, lock files left out; nothing where there is no history. */
export function commitSizes(root: string): { files: number; lines: number }[] {
  let log: string
  try {
    const options = [
      'log',
      '-400',
      '--no-merges',
      '--numstat',
      '--format=tformat:commit',
      '--',
      '.',
      ':!package-lock.json',
    ]
    log = execFileSync('git', options, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 20_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return []
  }
  const commits = log.split(/^commit$/m).slice(1)
  return commits.map((commit) => {
    const changes = [...commit.matchAll(/^(\d+|-)\t(\d+|-)\t/gm)]
    const lines = changes.map(([, added, removed]) => (Number(added) || 0) + (Number(removed) || 0))
    return { files: changes.length, lines: lines.reduce((sum, each) => sum + each, 0) }
  })
}
