import { Floating } from './floating.tsx'
import { type MenuChoice, MenuList } from './menu-list.tsx'
import { type Opener, useOpener } from './opener.ts'

interface MenuProps {
  /** The button that opens it. */
  children: Opener
  label: string
  choices: readonly MenuChoice[]
}

/** A menu below a button: type to jump, arrows, Home and End; Escape gives the focus back. */
export function Menu({ children, label, choices }: MenuProps) {
  const { anchor, opener, close } = useOpener(children, 'menu')
  return (
    <>
      {opener}
      {anchor && (
        <Floating label={label} anchor={anchor} onClose={close} width="menu">
          <MenuList label={label} choices={choices} onClose={close} />
        </Floating>
      )}
    </>
  )
}
