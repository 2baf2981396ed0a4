import { defineConfig } from 'vitest/config'
import { decorators } from './vite.config.ts'

// Widgets and the kit are tested in a real browser: web-test-runner.config.mjs.
export default defineConfig({
  ...decorators,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'backend/**/*.test.ts',
            'packages/{contract,messages,client}/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/*.test.ts'],
          // One server and one browser at a time: two cores must do.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
