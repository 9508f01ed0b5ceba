import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Ends with one plain line a person or a script can read; names every skipped test and says why.
 * Writes the files with a failed test, a line each, into the file that FAILED_FILES names.
 */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0)
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length
    for (const test of tests.filter(isSkipped)) console.log(`skipped: ${nameOf(test)}${reasonOf(test)}`)
    for (const module of broken) console.log(`did not run: ${module.relativeModuleId}`)
    for (const test of tests.filter((each) => each.result().state === 'failed')) console.log(`failed: ${nameOf(test)}`)
    const list = process.env['FAILED_FILES']
    const wrong = modules.filter((module) => module.state() === 'failed')
    if (list && wrong.length > 0) writeFileSync(list, wrong.map((module) => module.relativeModuleId).join('\n'))
    const failed = count('failed') + broken.length + unhandledErrors.length
    console.log(`${count('passed')} passed, ${failed} failed`)
  }
}

function isSkipped(test: TestCase): boolean {
  return test.result().state === 'skipped'
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`
}

/** A name that ends in brackets says by itself why it was left out. */
function reasonOf(test: TestCase): string {
  const result = test.result()
  if (result.state === 'skipped' && result.note) return ` (${result.note})`
  return test.fullName.endsWith(')') ? '' : ' (its condition does not hold here)'
}
