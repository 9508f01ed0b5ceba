import { useBoundActions } from '../live/actions.ts'
import { useText } from '../live/text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { OptionList } from '../ui/option-list.tsx'

const order = ['composer', 'conversation', 'list', 'go', 'everywhere'] as const

/** Everything that can be done now, found by typing. Reads the same actions as the keys. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText()
  const usable = useBoundActions().filter((action) => action.when?.() !== false && action.id !== 'palette')
  const sorted = order.flatMap((group) => usable.filter((action) => action.group === group))
  const options = sorted.map((action, index) => ({
    id: `${action.id}-${index}`,
    label: t(action.label),
    group: t(`actions.group.${action.group}`),
    ...(action.words ? { words: action.words } : {}),
    ...(action.keys?.[0] ? { hint: <Kbd keys={action.keys[0]} /> } : {}),
    run: action.run,
  }))
  return (
    <Dialog title={t('palette.title')} onClose={onClose} bare>
      <OptionList
        label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        empty={t('palette.empty')}
        options={options}
        onPick={(option) => {
          onClose()
          // After the dialog has given the focus back, so that the action's own focus stays.
          setTimeout(option.run, 0)
        }}
      />
    </Dialog>
  )
}
