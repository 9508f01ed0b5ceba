import type { z } from 'zod'
import type { colleaguePage, departmentPage } from '../../contract/team.ts'
import { request } from './request.ts'

/** Our own people and the departments: every room names owners and places from them. */
export const colleaguesRequest = request<z.infer<typeof colleaguePage>>({
  path: '/colleagues?limit=200',
  changedBy: ['colleague.', 'department.'],
})
export const departmentsRequest = request<z.infer<typeof departmentPage>>({
  path: '/departments?limit=200',
  changedBy: ['department.', 'colleague.'],
})
