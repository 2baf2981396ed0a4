import { writeFileSync } from 'node:fs'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { findBrowser } from './.toolchain/browser.ts'

/** Leaves the counts where `npm test` adds them up. */
const counts = {
  onTestRunFinished({ sessions }) {
    const path = process.env.AMTSWEG_TEST_COUNTS
    if (!path) return
    const tests = sessions.flatMap(({ testResults }) => (testResults ? inside(testResults) : []))
    const skipped = tests.filter((test) => test.skipped).length
    const passed = tests.filter((test) => test.passed && !test.skipped).length
    writeFileSync(path, JSON.stringify({ passed, failed: tests.length - passed - skipped, skipped }))
  },
}
const inside = ({ tests, suites }) => [...tests, ...suites.flatMap(inside)]

export default {
  // Not `**`: a pnpm workspace has a node_modules in every folder.
  files: ['widgets/*/*.test.ts', 'packages/{kit,embed}/*.test.ts', 'packages/desk/*/*.test.ts'],
  nodeResolve: true,
  concurrency: 2,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 15_000 } },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await findBrowser() })],
  reporters: [defaultReporter(), counts],
}
