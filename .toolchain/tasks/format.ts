import { finish, tool } from '../tools.ts'

// ESLint first: it sorts the imports that Prettier then lays out.
const files = process.argv.slice(2)
const where = files.length ? files : ['.']
await tool('eslint', ['--fix', '--no-error-on-unmatched-pattern', '--no-warn-ignored', ...where])
finish(
  await tool('prettier', [
    '--write',
    '--log-level=warn',
    '--ignore-unknown',
    '--no-error-on-unmatched-pattern',
    ...where,
  ]),
)
