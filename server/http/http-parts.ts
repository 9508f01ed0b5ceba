import type { Logger } from 'pino'
import type { Door } from '../access/door.ts'
import type { Route } from '../access/route.ts'
import type { Keyring } from '../access/seal.ts'
import type { SignIn } from '../access/sign-in.ts'
import type { Who } from '../access/who.ts'
import type { Database } from '../db/database.ts'

/** What the HTTP side is made of. */
export interface HttpParts {
  db: Database
  keyring: Keyring
  signIn: SignIn
  routes: readonly Route[]
  doors: readonly Door[]
  /** The address people use (EARSHOT_URL) without a slash at the end; without it, the request's own host is taken. */
  url: string | undefined
  /** The built web app; without it, only addresses are served. */
  webFolder: string | undefined
  log: Logger
  /** In tests: an answer that is not as its schema says is a fault. */
  checkAnswers?: boolean
  /** In tests of the second lock: who the policy takes the asker for. */
  widen?: (who: Who) => Who
}

/** What Hono carries through one request. */
export interface HttpEnv {
  Variables: { requestId: string; pattern: string }
}
