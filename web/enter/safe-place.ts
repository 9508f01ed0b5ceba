/** The place to go to after signing in; only ever one of our own. */
export function safePlace(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
}
