import { existsSync } from 'node:fs'

/** The system's browser; `CHROMIUM_PATH` wins. */
export function findChromium(): string {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const found = places.find((place) => place && existsSync(place))
  if (!found) throw new Error('There is no Chromium here. Install Debian’s package chromium, or set CHROMIUM_PATH.')
  return found
}
