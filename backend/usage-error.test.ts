import { expect, test } from 'vitest'
import { demandFilled, readArguments, UsageError } from './usage-error.ts'

const options = { force: { type: 'boolean' }, report: { type: 'string' } } as const
const read = (...args: readonly string[]) => readArguments(args, options, { command: 'import', words: 2 })

test('a command line is read as far as the command takes it', () => {
  const { values, positionals } = read('xzufi', '--force', 'a.xml', '--report', 'b.json')
  expect({ ...values }).toEqual({ force: true, report: 'b.json' })
  expect(positionals).toEqual(['xzufi', 'a.xml'])
})

test.each([
  [['xzufi', 'a.xml', 'b.xml'], 'amtsweg import takes no "b.xml": leave it out.'],
  [['xzufi', 'a.xml', '--area', '13'], 'amtsweg import takes no --area: leave it out.'],
  [['-x'], 'amtsweg import takes no -x: leave it out.'],
  [['--report'], '--report'],
  [['--force=yes'], '--force'],
])('%j is refused, not half understood', (args, words) => {
  expect(() => read(...args)).toThrow(words)
  expect(() => read(...args)).toThrow(UsageError)
})

test('an option that is given and empty is refused where that could be a slip', () => {
  expect(() => demandFilled(read('--report', '').values)).toThrow('--report is empty')
  expect(() => demandFilled(read('--force').values)).not.toThrow()
})
