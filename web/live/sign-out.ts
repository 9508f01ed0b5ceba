import { call, signedOut } from './client.ts'
import { queryClient } from './request.ts'

/** Ends the session here and forgets what was shown. Drafts stay in this browser. */
export async function signOut(): Promise<void> {
  await call('DELETE', '/sessions')
  queryClient.clear()
  signedOut.set(true)
}
