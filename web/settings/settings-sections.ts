import type { RightName } from '../../contract/team.ts'

export const settingsSections = ['you', 'team', 'routing', 'keys', 'refiner', 'shelf'] as const
export type SettingsSection = (typeof settingsSections)[number]

/** The right a section needs; without one it is everybody's. */
export const rightOfSection: Record<SettingsSection, RightName | undefined> = {
  you: undefined,
  team: 'team.read',
  routing: 'rule.read',
  keys: 'key.change',
  refiner: 'workspace.change',
  shelf: 'shelf.read',
}

/** The section named in the address; your own where there is none of that name. */
export function sectionNamed(name: string): SettingsSection {
  return settingsSections.find((section) => section === name) ?? 'you'
}
