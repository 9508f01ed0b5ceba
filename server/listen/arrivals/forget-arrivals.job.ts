import { sql } from 'kysely'
import type { Job } from '../../db/job.ts'

/** Notes for the pipeline that it has long passed, and answers to pushed requests that nobody repeats any more. */
export const forgetArrivals: Job = {
  name: 'forget arrivals',
  everySeconds: 600,
  run: (work, { workspaceId }) =>
    work(async (tx) => {
      await sql`delete from post_arrival using job_cursor saved
        where post_arrival.workspace_id = ${workspaceId} and saved.workspace_id = ${workspaceId} and saved.name = 'pipeline'
          and post_arrival.place <= saved.place and post_arrival.kept_at < now() - interval '1 day'`.execute(tx)
      await sql`delete from inbound_receipt where workspace_id = ${workspaceId} and at < now() - interval '7 days'`.execute(
        tx,
      )
      await sql`delete from idempotency where workspace_id = ${workspaceId} and at < now() - interval '1 day'`.execute(
        tx,
      )
    }),
}
