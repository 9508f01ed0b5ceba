/**
 * The place after which the next page of a list starts: the values its order goes by, packed so that a client can only
 * hand them back.
 */
export function packPageKey(values: readonly (string | Date)[]): string {
  const written = values.map((value) => (typeof value === 'string' ? value : value.toISOString()))
  return Buffer.from(JSON.stringify(written)).toString('base64url')
}

/** The packed values, or undefined when this is no key of `length` values (an old link, a typing error). */
export function unpackPageKey(key: string, length: number): string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(key, 'base64url').toString('utf8'))
    if (!Array.isArray(values) || values.length !== length) return undefined
    return values.every((value) => typeof value === 'string') ? values : undefined
  } catch {
    return undefined
  }
}
