import { acceptBody, doorView, invitationOffer } from '../../contract/team.ts'
import { acceptInvitation, readOffer } from './accept-invitation.ts'
import type { Door, Visit } from './door.ts'
import type { SignInParts } from './sign-in-doors.ts'

/** The addresses of the invited, who are nobody yet. */
export function invitationDoors(parts: SignInParts): Door[] {
  return [
    {
      method: 'GET',
      path: '/api/offers/:token',
      public: true,
      reason: 'Who was invited has no account yet; the token of the link is needed.',
      summary: 'What an invitation says',
      answer: invitationOffer,
      handle: async ({ params, address }) => {
        await parts.limits.beforeLink(address)
        return Response.json(await readOffer(parts.db, params['token'] ?? ''))
      },
    },
    {
      method: 'POST',
      path: '/api/offers/:token/acceptances',
      public: true,
      reason: 'Who was invited has no account yet; the token of the link is needed.',
      summary: 'Accept an invitation and sign in',
      body: acceptBody,
      answer: doorView,
      handle: (visit) => accept(parts, visit),
    },
  ]
}

async function accept({ db, signIn, limits }: SignInParts, visit: Visit): Promise<Response> {
  const { password, name } = await visit.json(acceptBody)
  const token = visit.params['token'] ?? ''
  await limits.beforeLink(visit.address)
  const { email } = await readOffer(db, token)
  const attempt = { ...visit, email }
  await limits.beforeTry(attempt)
  await acceptInvitation(db, signIn, { token, password, name })
  const entered = await signIn.enter(email, password, visit.headers)
  const headers = new Headers({ 'content-type': 'application/json' })
  const cookies = [...(entered?.cookies ?? []), await limits.afterSuccess(attempt)]
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify({ state: 'signed_in' }), { status: 201, headers })
}
