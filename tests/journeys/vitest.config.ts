import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The stories, one after the other, in a browser against a whole Earshot. Run through `npm run journeys`. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/journeys/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ['default', './tests/plain-reporter.ts'],
  },
})
