/** A message on one line: no line breaks, addresses cut to their place. */
export function oneLine(text: string): string {
  return text
    .replace(/https?:\/\/(?:www\.)?([^\s/]+)\S*/g, (_, place: string) => `${place}/…`)
    .replace(/\s+/g, ' ')
    .trim()
}
