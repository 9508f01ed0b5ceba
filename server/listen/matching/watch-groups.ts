import { shareOfGroup } from './choose-cover.ts'
import type { Anchor, Frequencies } from './choose-cover.ts'
import { groupsIn } from './compile-query.ts'
import { watchGroup } from './group-table.ts'

/** Looking at a group costs as much as marking it so many times. */
const looking = 30

/** Notes how often a query is expected to ask for its groups, and marks those from now on for which that costs less. */
export function demandGroups(
  [program, at]: [program: Int32Array, at: number],
  anchors: readonly Anchor[] | undefined,
  frequencies: Frequencies,
): void {
  const { groups } = frequencies
  for (const { share, must, mustShare, mustNot, isWhole } of anchors ?? [nothingBefore]) {
    const passing = share * Math.min(1, mustShare)
    groups.demand[must]! += share
    groups.demand[mustNot]! += passing
    if (!isWhole) for (const group of groupsIn(program, at)) groups.demand[group]! += passing
  }
  for (const group of groupsIn(program, at)) if (isWorthMarking(group, frequencies)) watchGroup(groups, group, true)
}

const nothingBefore = { share: 1, must: 0, mustShare: 1, mustNot: 0, isWhole: false }

/** Marks a group from now on, or no longer, by what is asked for. */
export function watchByDemand(group: number, frequencies: Frequencies): void {
  watchGroup(frequencies.groups, group, isWorthMarking(group, frequencies))
}

function isWorthMarking(group: number, frequencies: Frequencies): boolean {
  return frequencies.groups.demand[group]! * looking > shareOfGroup(group, frequencies)
}
