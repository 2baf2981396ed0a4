import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configurationReference, settings } from './configuration-reference.ts'

test('every setting says what it means, and in one line of a table', () => {
  expect(settings().filter(({ meaning }) => !meaning || /[|\n]/.test(meaning))).toEqual([])
})

test('the guide is what the program reads: npm run --silent amtsweg -- configuration > docs/guides/configuration.md', () => {
  const guide = readFileSync(join(import.meta.dirname, '..', 'docs', 'guides', 'configuration.md'), 'utf8')
  expect(guide).toBe(configurationReference())
})

test('defaults stand beside their variables', () => {
  const defaults = Object.fromEntries(settings().map(({ name, standard }) => [name, standard]))
  expect(defaults).toMatchObject({ PORT: '8080', AMTSWEG_LINK_CHECK: 'off', AMTSWEG_PUBLIC_URL: undefined })
})
