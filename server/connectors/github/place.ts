/** Where something stands: an issue, pull request or discussion of a repository; and which comment of it. */
export interface Place {
  /** `owner/name`, in lower case: GitHub does not tell capitals apart. */
  repository: string
  number: number
  comment?: { kind: 'issue' | 'discussion'; id: string }
}

/** `acme/kettle#12`, `acme/kettle#12/c345` (a comment), `acme/kettle#12/d678` (a comment of a discussion). */
export function nameOf({ repository, number, comment }: Place): string {
  const thread = `${repository.toLowerCase()}#${number}`
  return comment ? `${thread}/${comment.kind === 'issue' ? 'c' : 'd'}${comment.id}` : thread
}

/** The place that an external id names; undefined for what is none. */
export function placeOf(externalId: string): Place | undefined {
  const found = /^([\w.-]+\/[\w.-]+)#(\d+)(?:\/([cd])(\d+))?$/u.exec(externalId)
  if (!found?.[1]) return undefined
  const [, repository, number, kind, id] = found
  return {
    repository,
    number: Number(number),
    ...(id && { comment: { kind: kind === 'c' ? 'issue' : 'discussion', id } }),
  }
}

/** The same from an address such as `https://github.com/acme/kettle/discussions/12#discussioncomment-678`. */
export function placeOfAddress(address: string): Place | undefined {
  const found =
    /\/([\w.-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+)(?:#(issuecomment|discussioncomment)-(\d+))?/u.exec(
      address,
    )
  if (!found?.[1]) return undefined
  const [, repository, number, kind, id] = found
  return {
    repository: repository.toLowerCase(),
    number: Number(number),
    ...(id && { comment: { kind: kind === 'issuecomment' ? 'issue' : 'discussion', id } }),
  }
}
