import type { z } from 'zod'
import type { ColleagueView, departmentPage } from '../../../contract/team.ts'
import { request } from '../../live/request.ts'

/** Everybody of ours one can give a conversation to. */
export const colleaguesRequest = request<{ items: ColleagueView[] }>({
  path: '/colleagues?limit=200',
  changedBy: ['colleague.'],
})
/** Where conversations go to. */
export const departmentsRequest = request<z.infer<typeof departmentPage>>({
  path: '/departments?limit=200',
  changedBy: ['department.', 'colleague.'],
})
