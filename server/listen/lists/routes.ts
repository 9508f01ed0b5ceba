import { z } from 'zod'
import { listBody, listChange, listPage, listQuery, listView } from '../../../contract/lists.ts'
import { id } from '../../../contract/page.ts'
import type { Route } from '../../access/route.ts'
import { route } from '../../access/route.ts'
import { changeList } from './change-list.ts'
import { createList } from './create-list.ts'
import { readList, readLists } from './read-lists.ts'
import { removeList } from './remove-list.ts'

const byId = z.object({ id })

/** Shared lists that queries name with `list:`. Who may see topics sees them, who may change topics changes them. */
export const listRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/lists',
    right: 'topic.read',
    summary: 'The shared lists, by name, with the topics that name them',
    query: listQuery,
    answer: listPage,
    act: ({ tx, who, query }) => readLists(tx, who, query),
  }),
  route({
    method: 'POST',
    path: '/lists',
    right: 'topic.change',
    summary: 'Makes a shared list; every entry is checked',
    body: listBody,
    answer: listView,
    status: 201,
    act: async ({ tx, who, body }) => readList(tx, who, await createList(tx, who, body)),
  }),
  route({
    method: 'GET',
    path: '/lists/:id',
    right: 'topic.read',
    summary: 'One list with its entries',
    params: byId,
    answer: listView,
    act: ({ tx, who, params }) => readList(tx, who, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/lists/:id',
    right: 'topic.change',
    summary: 'Changes the entries of a list, or its name while no topic uses it',
    params: byId,
    body: listChange,
    answer: listView,
    act: async ({ tx, who, params, body }) => {
      await changeList(tx, who, { id: params.id, change: body })
      return readList(tx, who, params.id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/lists/:id',
    right: 'topic.change',
    summary: 'Takes a list away; refused while a topic names it',
    params: byId,
    answer: null,
    status: 204,
    act: async ({ tx, who, params }) => {
      await removeList(tx, who, params.id)
      return undefined
    },
  }),
]
