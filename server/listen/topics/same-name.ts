/** Whether two names of topics or lists are the same: upper and lower case do not differ. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b)
}

/** A name as it is compared. */
export function foldName(name: string): string {
  return name.toLowerCase()
}
