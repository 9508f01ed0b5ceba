import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './database.ts'
import * as spine from './migrations/20261122-0100-spine.ts'
import * as signIn from './migrations/20261122-0101-sign-in.ts'
import * as lists from './migrations/20261122-0110-lists.ts'
import * as topicTests from './migrations/20261122-0111-topic-tests.ts'
import * as groups from './migrations/20261122-0112-groups.ts'
import * as corrections from './migrations/20261122-0113-corrections.ts'
import * as fitsAndRefiner from './migrations/20261122-0114-fits-and-refiner.ts'
import * as meters from './migrations/20261122-0120-meters.ts'
import * as threads from './migrations/20261122-0121-threads.ts'
import * as rechecks from './migrations/20261122-0122-rechecks.ts'

/** Every migration in order. Forward only, never edited once released. */
const migrations: Record<string, Migration> = {
  '20261122-0100-spine': spine,
  '20261122-0101-sign-in': signIn,
  '20261122-0110-lists': lists,
  '20261122-0111-topic-tests': topicTests,
  '20261122-0112-groups': groups,
  '20261122-0113-corrections': corrections,
  '20261122-0114-fits-and-refiner': fitsAndRefiner,
  '20261122-0120-meters': meters,
  '20261122-0121-threads': threads,
  '20261122-0122-rechecks': rechecks,
}

/** Brings the store to the newest shape; returns the names of what was run. Throws the first failure as it is. */
export async function migrate(db: Database): Promise<string[]> {
  const { error, results } = await migratorOf(db).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Names of migrations that this program knows and the store has not seen. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const known = await migratorOf(db).getMigrations()
  return known.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

function migratorOf(db: Database): Migrator {
  return new Migrator({
    db: db.kysely.withoutPlugins(),
    provider: { getMigrations: () => Promise.resolve(migrations) },
  })
}
