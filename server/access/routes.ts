import { z } from 'zod'
import { id } from '../../contract/page.ts'
import {
  colleaguePage,
  colleagueQuery,
  colleagueView,
  grantsBody,
  invitationBody,
  invitationMade,
  invitationPage,
  invitationQuery,
  keyBody,
  keyMade,
  keyPage,
  meView,
  preferencesBody,
  workspaceChange,
} from '../../contract/team.ts'
import { changeGrants } from './change-grants.ts'
import { changeWorkspace } from './change-workspace.ts'
import { invite } from './invite.ts'
import { letLeave } from './let-leave.ts'
import { listColleagues, readColleague } from './list-colleagues.ts'
import { listInvitations } from './list-invitations.ts'
import { listKeys } from './list-keys.ts'
import { makeKey } from './make-key.ts'
import { readMe } from './read-me.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { revokeKey } from './revoke-key.ts'
import { route } from './route.ts'
import { savePreferences } from './save-preferences.ts'

const byId = z.object({ id })

const mine = [
  route({
    method: 'GET',
    path: '/me',
    right: 'colleague',
    summary: 'Who you are, where, what you may do, and how far the first run is',
    answer: meView,
    act: ({ tx, who }) => readMe(tx, who),
  }),
  route({
    method: 'PUT',
    path: '/me/preferences',
    right: 'colleague',
    summary: 'Keep preferences of your own; what is not named stays',
    body: preferencesBody,
    answer: preferencesBody,
    act: ({ tx, who, body }) => savePreferences(tx, who, body),
  }),
  route({
    method: 'PATCH',
    path: '/workspace',
    right: 'workspace.change',
    summary: 'Rename the workspace, close the first run',
    body: workspaceChange,
    answer: meView,
    act: ({ tx, who, body }) => changeWorkspace(tx, who, body),
  }),
]

const colleagues = [
  route({
    method: 'GET',
    path: '/colleagues',
    right: 'team.read',
    summary: 'The colleagues, by name',
    query: colleagueQuery,
    answer: colleaguePage,
    act: ({ tx, who, query }) => listColleagues(tx, who.workspaceId, query),
  }),
  route({
    method: 'GET',
    path: '/colleagues/:id',
    right: 'team.read',
    summary: 'One colleague',
    params: byId,
    answer: colleagueView,
    act: ({ tx, who, params }) => readColleague(tx, who.workspaceId, params.id),
  }),
  route({
    method: 'PUT',
    path: '/colleagues/:id/grants',
    right: 'team.change',
    summary: 'Give a colleague these grants in the place of all they had',
    params: byId,
    body: grantsBody,
    answer: colleagueView,
    act: ({ tx, who, params, body }) => changeGrants(tx, who, { ...body, ...params }),
  }),
  route({
    method: 'DELETE',
    path: '/colleagues/:id',
    right: 'team.change',
    summary: "End a colleague's time here",
    params: byId,
    answer: null,
    act: ({ tx, who, params }) => letLeave(tx, who, params.id),
  }),
]

const invitations = [
  route({
    method: 'GET',
    path: '/invitations',
    right: 'team.change',
    summary: 'The invitations that can still be taken',
    query: invitationQuery,
    answer: invitationPage,
    act: ({ tx, who, query }) => listInvitations(tx, who.workspaceId, query),
  }),
  route({
    method: 'POST',
    path: '/invitations',
    right: 'team.change',
    summary: 'Invite somebody; the link is shown once',
    body: invitationBody,
    answer: invitationMade,
    status: 201,
    act: ({ tx, who, body, origin }) => invite(tx, who, { ...body, origin }),
  }),
  route({
    method: 'DELETE',
    path: '/invitations/:id',
    right: 'team.change',
    summary: 'Take an invitation back',
    params: byId,
    answer: null,
    act: ({ tx, who, params }) => revokeInvitation(tx, who, params.id),
  }),
]

const keys = [
  route({
    method: 'GET',
    path: '/keys',
    right: 'key.change',
    summary: 'The API keys that hold',
    query: colleagueQuery,
    answer: keyPage,
    act: ({ tx, who, query }) => listKeys(tx, who.workspaceId, query),
  }),
  route({
    method: 'POST',
    path: '/keys',
    right: 'key.change',
    summary: 'Make an API key that acts for you; it is shown once',
    body: keyBody,
    answer: keyMade,
    status: 201,
    act: ({ tx, who, body }) => makeKey(tx, who.workspaceId, { ...body, colleagueId: who.colleagueId }),
  }),
  route({
    method: 'DELETE',
    path: '/keys/:id',
    right: 'key.change',
    summary: 'Revoke an API key',
    params: byId,
    answer: null,
    act: ({ tx, who, params }) => revokeKey(tx, who, params.id),
  }),
]

/** Oneself, the team, its invitations and keys. */
export const accessRoutes = [...mine, ...colleagues, ...invitations, ...keys]
