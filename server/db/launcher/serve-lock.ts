import { type FolderLock, lockHolder, takeLock } from './folder-lock.ts'
import { StoreError } from './store-error.ts'

const name = 'serve.lock'

/** The process that serves from a data folder, if any. */
export function serverOf(dataFolder: string): number | undefined {
  return lockHolder(dataFolder, name)
}

/** Only one process serves from a data folder: it holds this lock. Throws a sentence when another one does. */
export function takeServeLock(dataFolder: string): FolderLock {
  const lock = takeLock(dataFolder, name)
  if ('heldBy' in lock) throw alreadyServed(dataFolder, lock.heldBy)
  return lock
}

/** Says so early, before the program is loaded, when another process serves; the lock decides later on. */
export function refuseIfServed(dataFolder: string): void {
  const pid = serverOf(dataFolder)
  if (pid !== undefined) throw alreadyServed(dataFolder, pid)
}

function alreadyServed(dataFolder: string, pid: number): StoreError {
  return new StoreError(
    `Earshot already runs on the data folder ${dataFolder} (process ${pid}). ` +
      'Use that one, stop it first, or give this one a folder of its own with --data.',
  )
}
