import { describe, expect, test } from 'vitest'
import { words as german } from '@amtsweg/demo-site/configure/words-de.ts'
import { words as english } from '@amtsweg/demo-site/configure/words-en.ts'
import { configureData } from '../.toolchain/configure-data.ts'

const { widgets, languages } = configureData()

describe.each([
  ['German', german],
  ['English', english],
])('the configurator in %s', (_, words) => {
  test.each(widgets)('has words for the $name and all that can be set on it', ({ name, options }) => {
    expect(words.widget.names[name]).toHaveLength(2)
    for (const { name: option, values } of options) {
      expect(words.options.names[option], option).toHaveLength(2)
      expect(Object.keys(words.options.values[option] ?? {}), option).toEqual(values)
    }
  })
})

test('has no words for what cannot be set any more', () => {
  const options = new Set(widgets.flatMap((widget) => widget.options.map(({ name }) => name)))
  expect(Object.keys(german.options.names).filter((name) => !options.has(name))).toEqual([])
})

test('offers German first, and every other language once', () => {
  expect(languages[0]).toBe('de')
  expect(new Set(languages).size).toBe(languages.length)
  expect(languages).toContain('en')
})
