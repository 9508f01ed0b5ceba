import type { MeView, RightName } from '../../contract/team.ts'
import { call } from './client.ts'
import { type Look, look, lookIn, setLook } from './look.ts'
import { request, useRequest } from './request.ts'

/** Who is signed in, where, and what they may do. */
export const meRequest = request<MeView>({ path: '/me', changedBy: ['colleague.', 'workspace.', 'department.'] })

/** Who is signed in; undefined until known. */
export function useMe(): MeView | undefined {
  return useRequest(meRequest, undefined).data
}

/** Whether the person may do it. Screens show or hide by this; the server decides. */
export function useMay(right: RightName): boolean {
  return useMe()?.rights.includes(right) ?? false
}

let waiting: ReturnType<typeof setTimeout> | undefined

/** Changes the look and keeps it for this person, so that it follows them to another machine. */
export function keepLook(change: Partial<Look>): void {
  setLook(change)
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    call('PUT', '/me/preferences', { body: { look: look.get() } }).catch(() => undefined)
  }, 800)
}

/** Takes over the look that is kept on the server. */
export function adoptLook(me: MeView): void {
  const kept = me.preferences['look']
  if (kept && typeof kept === 'object') setLook(lookIn({ ...kept }))
}
