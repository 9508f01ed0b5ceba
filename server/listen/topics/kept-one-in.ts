/**
 * Of how many matches one is kept, once `found` were found that day: every one up to the quota, then one in ten, and ten
 * times fewer at every ten times the quota. So a topic never keeps much more than its quota for each such step.
 */
export function keptOneIn(found: number, dailyQuota: number): number {
  let oneIn = 1
  for (let bound = dailyQuota; found >= bound; bound *= 10) oneIn *= 10
  return oneIn
}
