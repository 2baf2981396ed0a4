import { defineConfig } from 'vitest/config'
import { filesOnBothEngines } from './test/both-engines.ts'
import { decorators } from './vite.config.ts'

// Widgets and the kit are tested in a real browser: web-test-runner.config.mjs.
export default defineConfig({
  ...decorators,
  test: {
    // By default one core is left idle, of two that is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // The first search of a process reads the lists of language; beside other work that takes longer than the usual 5 s.
          testTimeout: 20_000,
          include: [
            'backend/**/*.test.ts',
            'packages/{contract,messages,client}/**/*.test.ts',
            'demo-site/**/*.test.ts',
            'test/*.test.ts',
            'test/conformance/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.postgres.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          testTimeout: 40_000,
          hookTimeout: 40_000,
          globalSetup: ['test/postgres-setup.ts'],
          include: [...filesOnBothEngines()],
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['test/stories/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Pages side by side: while one waits, another is drawn.
          maxConcurrency: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/{end-to-end,embed}/*.test.ts'],
          // They wait more than they work: two at a time keep two cores busy, more would only make each other late.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What is polled for is a browser or another process that may be late, never a measure.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
