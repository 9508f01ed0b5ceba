/** What the list of posts can be narrowed by, as its address holds it. */
export const postFilterNames = ['topic', 'channel', 'department', 'sentiment', 'from', 'to', 'words', 'copies'] as const
type PostFilterName = (typeof postFilterNames)[number]
export type PostFilter = { [Name in PostFilterName]?: string | undefined }
