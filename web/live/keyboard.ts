import { type BoundAction, boundActions } from './actions.ts'

/** What a pressed key is called in bindings: `e`, `shift+r`, `mod+k`, `?`, `arrowdown`. */
export function keyName(event: KeyboardEvent): string {
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  const key = printedKey(event)
  // The shift of a sign such as `?` is part of the sign; of letters and named keys it is said.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key)) ? 'shift+' : ''
  return `${mod}${alt}${shift}${key}`
}

/** The printed letter, or the key's place where the layout has no Latin letters. */
function printedKey(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  if (key.length === 1 && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key) && event.code.startsWith('Key'))
    return event.code.slice(3).toLowerCase()
  return key === ' ' ? 'space' : key
}

/** How long a sequence such as `G I` waits for its second key. */
const sequenceMilliseconds = 1_200

export interface KeyState {
  first: string
  at: number
}

/**
 * What a key does: an action, the first half of a sequence, or nothing. Later layers stand over earlier ones. In text
 * fields only keys with ⌘/Ctrl or Alt count.
 */
export function decideKey(
  pressed: { key: string; at: number; inField: boolean },
  state: KeyState | null,
  actions: readonly BoundAction[],
): { action?: BoundAction; state: KeyState | null } {
  const usable = actions.filter((action) => !pressed.inField || action.inFields === true)
  const whole = state && pressed.at - state.at <= sequenceMilliseconds ? `${state.first} ${pressed.key}` : pressed.key
  const action = findKey(usable, whole) ?? (whole === pressed.key ? undefined : findKey(usable, pressed.key))
  if (action) return { action, state: null }
  const opens = usable.some((each) => each.keys?.some((key) => key.startsWith(`${pressed.key} `)))
  return { state: opens && whole === pressed.key ? { first: pressed.key, at: pressed.at } : null }
}

function findKey(actions: readonly BoundAction[], key: string): BoundAction | undefined {
  return actions.findLast((action) => action.keys?.includes(key) && action.when?.() !== false)
}

/** Listens to the keys of the page; called once at the start. */
export function followKeys(): () => void {
  let state: KeyState | null = null
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
    const decided = decideKey(
      { key: keyName(event), at: event.timeStamp, inField: isTextField(event.target) },
      state,
      boundActions(),
    )
    state = decided.state
    if (!decided.action || isFloating(event.target, decided.action)) return
    event.preventDefault()
    decided.action.run()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta'
}

/** In an open menu or dialog only its own keys count. */
function isFloating(target: EventTarget | null, action: BoundAction): boolean {
  return (
    target instanceof Element &&
    target.closest('[role=dialog],[role=menu],[role=alertdialog]') !== null &&
    action.inDialogs !== true
  )
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  if (!(target instanceof HTMLInputElement)) return false
  const { type } = target
  return type !== 'checkbox' && type !== 'radio' && type !== 'button' && type !== 'range'
}
