import { Refusal } from '../../live/refusal.ts'

/** The field that the server found at fault, e.g. `settings.url`. */
export function fieldOf(error: unknown): string | undefined {
  return error instanceof Refusal ? error.problem.field : undefined
}
