import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Words = { readonly [key: string]: unknown }

const root = join(import.meta.dirname, '..')
const code = globSync(
  ['packages/kit/*.ts', 'packages/messages/*.ts', 'widgets/*/*.ts', 'backend/pages/**/*.ts'],
  {
    cwd: root,
  },
)
  .filter((file) => !/(?:\.test|\/testing|\/samples)\.ts$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')
const files = globSync('packages/messages/*/de.ts', { cwd: root }).sort()

const named = (key: string) => key.replace(/[^\w]/g, '\\$&')

/**
 * Words that no code asks for, by their path: neither `m.key` nor `{ key }` nor `'key'` stands anywhere. What lies in a group that
 * code looks into by a value of the data (`m.tier[unit.tier]`) is asked for.
 */
function unused(words: Words, code: string, path = ''): string[] {
  const said = (pattern: string) => new RegExp(pattern).test(code)
  return Object.entries(words).flatMap(([key, value]) => {
    const name = named(key)
    if (!said(`[.]${name}\\b|['"]${name}['"]|[{,]\\s*${name}\\s*[,}:=]`)) return [path + key]
    const byValue = said(`\\b${name}[)!]*\\[|\\.\\.\\.(?:\\w+\\.)?${name}\\b|\\[\\w+\\] as Record`)
    return typeof value === 'object' && value && !byValue
      ? unused(value as Words, code, `${path}${key}.`)
      : []
  })
}

test.each(files)('somebody says every word of %s', async (file) => {
  const { messages } = (await import(join(root, file))) as { messages: Words }
  expect(unused(messages, code)).toEqual([])
})

describe('the search for unused words', () => {
  const words = { heading: 'a', role: { clerk: 'b', mayor: 'c' }, error: { missing: 'd', wrong: 'e' } }

  test('finds a word that nobody says, in groups too', () =>
    expect(unused(words, 'm.heading; m.role[one]; m.error.missing')).toEqual(['error.wrong']))

  test('finds a whole group that nobody looks into', () =>
    expect(unused(words, 'm.heading; m.error.missing + m.error.wrong')).toEqual(['role']))

  test('finds each word of ours when the code no longer says it', async () => {
    const { messages } = (await import(join(root, 'packages/messages/wayfinding/de.ts'))) as {
      messages: Words
    }
    expect(unused(messages, code.replaceAll(/\bnoneHelp\b/g, ''))).toEqual(['noneHelp'])
  })
})
