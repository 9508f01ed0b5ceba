import { UnfitServer } from '../db/check-server.ts'

/** Runs the first question to a server and turns a failed connection into a sentence. */
export async function explainConnection<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const said = reasons[code]
    if (cause instanceof UnfitServer || !said) throw cause
    throw new UnfitServer(`DATABASE_URL: ${said}`, { cause })
  }
}

/** Codes of the system and of PostgreSQL (appendix A of its manual). */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at this address. Is the database server running, and is the port right?',
  ENOTFOUND: 'there is no machine of this name.',
  ETIMEDOUT: 'the database server does not answer. Is it reachable from this machine?',
  '28P01': 'the database server refuses this user or password.',
  '28000': 'the database server refuses this user from this machine; see its pg_hba.conf.',
  '3D000': 'the database does not exist on the server. Create it first: createdb NAME',
}
