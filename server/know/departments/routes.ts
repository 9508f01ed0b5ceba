import { z } from 'zod'
import { id } from '../../../contract/page.ts'
import { departmentChange, departmentPage, departmentQuery, departmentView } from '../../../contract/team.ts'
import { route } from '../../access/route.ts'
import { changeDepartment } from './change-department.ts'
import { listDepartments, readDepartment } from './list-departments.ts'

const byId = z.object({ id })

/** The departments and how soon they answer. */
export const departmentRoutes = [
  route({
    method: 'GET',
    path: '/departments',
    right: 'team.read',
    summary: 'The departments, with who is in them',
    query: departmentQuery,
    answer: departmentPage,
    act: ({ tx, who, query }) => listDepartments(tx, who.workspaceId, query),
  }),
  route({
    method: 'GET',
    path: '/departments/:id',
    right: 'team.read',
    summary: 'One department',
    params: byId,
    answer: departmentView,
    act: ({ tx, who, params }) => readDepartment(tx, who.workspaceId, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/departments/:id',
    right: 'team.change',
    summary: 'Change the name of a department, or how soon it answers',
    params: byId,
    body: departmentChange,
    answer: departmentView,
    act: ({ tx, who, params, body }) => changeDepartment(tx, who, { ...body, ...params }),
  }),
]
