import { expect, test } from 'vitest'
import { ImportError } from './profile.ts'
import { readFailure } from './read-failure.ts'

const failing = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: words of the system, open 'x'`), { code, ...(path ? { path } : {}) })

test.each([
  [failing('ENOENT', 'a.csv'), /^The file a\.csv does not exist: check .*\.$/],
  [failing('ENOTDIR', 'a.csv/b'), /^The file a\.csv\/b does not exist: .*\.$/],
  [failing('EISDIR'), /^The file is a folder: name one file in it\.$/],
  [failing('EACCES', 'a.csv'), /^The file a\.csv may not be read by this user: .*\.$/],
  [failing('EIO', 'a.csv'), /^The file cannot be read: EIO: words of the system, open 'x'\.$/],
  [new Error('unexpected end of file'), /^The file cannot be read: unexpected end of file\.$/],
  [new Error('It is gone.'), /^The file cannot be read: It is gone\.$/],
  ['odd', /^The file cannot be read: odd\.$/],
])('%s is told in a sentence', (cause, words) => {
  const failure = readFailure(cause)
  expect(failure).toBeInstanceOf(ImportError)
  expect(failure.message).toMatch(words)
  expect(failure.cause).toBe(cause)
})

test('what is told in a sentence already stays as it is', () => {
  const told = new ImportError('The file is empty.')
  expect(readFailure(told)).toBe(told)
})
