import type { QueryDiagnostic } from '../../../../contract/query.ts'
import type { Place } from './block.ts'

/**
 * Which mistakes belong to which chip: those that lie in it, or that reach over it alone, as an exclusion with its minus
 * does. `where` holds the place of each mistake in the text.
 */
export function mistakesByChip(
  chips: ReadonlyMap<string, Place> = new Map(),
  where: readonly Place[],
  diagnostics: readonly QueryDiagnostic[],
): Map<string, QueryDiagnostic[]> {
  const found = new Map<string, QueryDiagnostic[]>()
  for (const [index, diagnostic] of diagnostics.entries()) {
    const place = where[index]
    if (!place) continue
    const touched = [...chips].filter(([, chip]) => chip.start < place.end && chip.end > place.start)
    const [only] = touched
    if (touched.length === 1 && only) found.set(only[0], [...(found.get(only[0]) ?? []), diagnostic])
  }
  return found
}
