import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'server/**/*.test.ts',
      'contract/**/*.test.ts',
      'scripts/**/*.test.ts',
      'train/**/*.test.ts',
      'web/**/*.test.{ts,tsx}',
      'tests/*.test.ts',
      'tests/faults/*.test.ts',
    ],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default', './tests/plain-reporter.ts'],
  },
})
