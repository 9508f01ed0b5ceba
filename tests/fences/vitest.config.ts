import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The folder rule alone, without a store: part of `npm run check`. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: { include: ['tests/architecture.test.ts'], reporters: ['dot', './tests/plain-reporter.ts'] },
})
