/** Whether a reply of ours asks something: a question mark of any script, outside of web addresses. */
export function asksBack(text: string): boolean {
  return /[?？؟;՞።᥅⁇⁈⁉]/u.test(text.replaceAll(/\bhttps?:\/\/\S+/giu, '').replaceAll(';', ''))
}
