import { beforeEach, expect, test } from 'vitest'
import { showToast, toasts } from './toasts.ts'
import { forgetUndo, rememberUndo, undoLast } from './undo.ts'

const takenBack: string[] = []
const does = (text: string): number => rememberUndo(text, () => takenBack.push(text))
const shown = (): string[] => toasts.get().map(({ text }) => text)

beforeEach(() => {
  while (undoLast());
  takenBack.length = 0
  toasts.set([])
})

test('the last thing is taken back first, and its sentence goes', () => {
  does('Ended')
  does('Snoozed')
  expect(undoLast()).toBe(true)
  expect(takenBack).toEqual(['Snoozed'])
  expect(shown()).toEqual(['Ended'])
  undoLast()
  expect(takenBack).toEqual(['Snoozed', 'Ended'])
  expect(undoLast()).toBe(false)
})

test('the button takes back its own thing, once', () => {
  does('Ended')
  does('Snoozed')
  const [ended] = toasts.get()
  ended?.undo?.()
  ended?.undo?.()
  expect(takenBack).toEqual(['Ended'])
  expect(shown()).toEqual(['Snoozed'])
})

test('what did not happen after all cannot be taken back', () => {
  forgetUndo(does('Ended'))
  expect(shown()).toEqual([])
  expect(undoLast()).toBe(false)
  expect(takenBack).toEqual([])
})

test('three sentences stand at once; what was pushed out can still be taken back', () => {
  for (const text of ['one', 'two', 'three']) does(text)
  showToast('Not done', { tone: 'danger' })
  expect(shown()).toEqual(['two', 'three', 'Not done'])
  while (undoLast());
  expect(takenBack).toEqual(['three', 'two', 'one'])
})
