import { Floating } from './floating.tsx'
import { type Opener, useOpener } from './opener.ts'
import { type Option, OptionList } from './option-list.tsx'

interface PickerProps<Choice extends Option> {
  /** The button that opens it. */
  children: Opener
  label: string
  placeholder: string
  empty: string
  options: readonly Choice[]
  onPick: (choice: Choice) => void
}

/** One of many, at the button: the filter box has the focus, Enter takes the first. */
export function Picker<Choice extends Option>({ children, onPick, ...list }: PickerProps<Choice>) {
  const { anchor, opener, close } = useOpener(children, 'dialog')
  return (
    <>
      {opener}
      {anchor && (
        <Floating label={list.label} anchor={anchor} onClose={close}>
          <OptionList
            {...list}
            onPick={(choice) => {
              close()
              onPick(choice)
            }}
          />
        </Floating>
      )}
    </>
  )
}
