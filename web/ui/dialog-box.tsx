import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../live/text.ts'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons at its foot, the main one last. */
  foot?: ReactNode
  wide?: boolean
  /** At the top of the window, without a title bar (the palette). */
  bare?: boolean
}

/** Something that needs an answer now. A sheet from below on a phone. The focus goes in, and back to the opener. */
export function DialogBox({ title, onClose, children, foot, wide, bare }: DialogProps) {
  const t = useText()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={classNames(
        'fixed inset-0 z-40 flex justify-center bg-ink/30 max-tablet:items-end tablet:p-4 dark:bg-canvas/70',
        bare ? 'tablet:items-start tablet:pt-[12vh]' : 'tablet:items-center',
      )}
    >
      <Modal
        className={classNames(
          'appear w-full overflow-hidden bg-surface shadow-dialog max-tablet:rounded-t-pane tablet:rounded-pane dark:bg-raised',
          wide ? 'tablet:max-w-3xl' : 'tablet:max-w-lg',
        )}
      >
        <AriaDialog className="flex max-h-[85vh] flex-col outline-none" {...(bare ? { 'aria-label': title } : {})}>
          {!bare && (
            <div className="flex min-h-11 items-center gap-2 border-b border-line ps-4 pe-2">
              <Heading slot="title" className="flex-1 text-lg font-semibold">
                {title}
              </Heading>
              <IconButton label={t('ui.close')} icon={<X size={16} aria-hidden="true" />} onClick={onClose} />
            </div>
          )}
          <div className={classNames('min-h-0 overflow-auto text-md', !bare && 'p-4')}>{children}</div>
          {foot && <div className="flex flex-wrap justify-end gap-2 border-t border-line p-3">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
