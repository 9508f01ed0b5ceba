/** Named bundles of rights; `lead` and `agent` hold for one department each, `owner` and `admin` for the workspace. */
export const bundles = ['owner', 'admin', 'lead', 'agent'] as const
export type Bundle = (typeof bundles)[number]
