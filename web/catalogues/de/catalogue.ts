import { composer } from './composer.ts'
import { conversation } from './conversation.ts'
import { inbox } from './inbox.ts'
import { channels } from './channels.ts'
import { enter } from './enter.ts'
import { frame } from './frame.ts'
import { people } from './people.ts'
import { said } from './said.ts'
import { settings } from './settings.ts'
import { topics } from './topics.ts'
import { ui } from './ui.ts'

/** All texts of this language; every room adds its own file here. */
export const catalogue = {
  ...said,
  ...frame,
  ...ui,
  ...topics,
  ...channels,
  ...enter,
  ...people,
  ...settings,
  ...inbox,
  ...conversation,
  ...composer,
}
