import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { Refusal, Unreachable } from './refusal.ts'
import { textOr } from './text.ts'

/** A question to the server that can be asked again by itself. */
export interface Request<Answer, Params> {
  path: string | ((params: Params) => string)
  /** Names of live events (or their beginnings, as `topic.`) after which the answer may be another one. */
  changedBy: readonly string[]
  /** Only carries the type. */
  answer?: Answer
}

/** What was asked and answered, shared by all screens. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => error instanceof Unreachable && count < 5,
      retryDelay: (count) => Math.min(1_000 * 2 ** count, 10_000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Declares a request: `request<TopicPage>({ path: '/topics', changedBy: ['topic.'] })`. */
export function request<Answer, Params = void>(declared: Request<Answer, Params>): Request<Answer, Params> {
  return declared
}

/** Asks a request and follows its answer. With `params` of null it is not asked yet. */
export function useRequest<Answer, Params>(
  asked: Request<Answer, Params>,
  params: Params | null,
): UseQueryResult<Answer> {
  const path = params === null ? '' : pathOf(asked, params)
  return useQuery({
    queryKey: ['request', path],
    queryFn: ({ signal }) => call<Answer>('GET', path, { signal }),
    enabled: params !== null,
    meta: { changedBy: asked.changedBy },
  })
}

/** The kept answer is put in by hand, e.g. after a change that answers with the new state. */
export function keepAnswer<Answer, Params>(asked: Request<Answer, Params>, params: Params, answer: Answer): void {
  queryClient.setQueryData(['request', pathOf(asked, params)], answer)
}

/** Asks again what may have changed by these events. Without names: everything. */
export async function askAgain(names?: ReadonlySet<string>): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: (query) => {
      if (!names) return true
      const changedBy = query.meta?.['changedBy']
      return (
        Array.isArray(changedBy) && changedBy.some((start) => [...names].some((name) => name.startsWith(String(start))))
      )
    },
  })
}

/** The sentence to show for an error, in words of the server where it gave some. */
export function sentenceOf(error: unknown, otherwise: string): string {
  if (!(error instanceof Refusal)) return otherwise
  const { code, field } = error.problem
  return textOr(`problem.${code}.${field ?? ''}`, textOr(`problem.${code}`, error.message))
}

function pathOf<Answer, Params>(asked: Request<Answer, Params>, params: Params): string {
  return typeof asked.path === 'string' ? asked.path : asked.path(params)
}
