import type { Database } from './db/database.ts'
import type { Job } from './db/job.ts'
import { listWorkspaces } from './db/outside-workspace.ts'
import { workIn } from './db/workspace.ts'
import { wakeUp } from './lib/wake-up.ts'
import { jobLog } from './log.ts'

/** Runs each job when its time has come, one after the other. A job that fails is said in the log and comes again. */
export function runJobs(db: Database, jobs: readonly Job[]): { stop(): Promise<void> } {
  const stop = new AbortController()
  const bell = wakeUp()
  const dueAt = new Map<Job, number>()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      for (const job of jobs) {
        if (stop.signal.aborted || (dueAt.get(job) ?? 0) > performance.now()) continue
        await runEverywhere(db, job)
        dueAt.set(job, performance.now() + job.everySeconds * 1000)
      }
      await bell.wait(0.5, stop.signal)
    }
  })()
  return {
    async stop() {
      stop.abort()
      await loop
    },
  }
}

/** One workspace's trouble must not keep the job from the others. */
async function runEverywhere(db: Database, job: Job): Promise<void> {
  const workspaces = await listWorkspaces(db).catch((error: unknown) => {
    jobLog.error({ job: job.name, err: error }, 'a job could not begin; it comes again')
    return []
  })
  for (const { id: workspaceId } of workspaces)
    await job.run(workIn(db, workspaceId), { workspaceId, now: new Date() }).catch((error: unknown) => {
      jobLog.error({ job: job.name, workspaceId, err: error }, 'a job failed; it comes again')
    })
}
