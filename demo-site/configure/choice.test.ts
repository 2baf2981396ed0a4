import { describe, expect, test } from 'vitest'
import { advised, labelOf, readChoice, spoiled, start, systems, writeChoice } from './choice.ts'

const data = {
  widgets: [
    {
      name: 'wayfinder',
      options: [
        { name: 'area', kind: 'text', values: [] },
        { name: 'view', kind: 'choice', values: ['search', 'a-z'] },
        { name: 'deep-links', kind: 'flag', values: [] },
      ],
    },
    { name: 'responsibility-finder', options: [{ name: 'area', kind: 'text', values: [] }] },
  ],
  languages: ['de'],
} as const

describe('an address becomes a choice', () => {
  test.each<[string, object]>([
    ['', start],
    ['area=13', { options: { area: '13' } }],
    ['area=', { options: {} }],
    ['view=a-z&deep-links', { options: { view: 'a-z', 'deep-links': '' } }],
    ['view=map', { options: {} }],
    ['onclick=x&widget=map', { widget: 'wayfinder', options: {} }],
    ['widget=responsibility-finder&view=a-z', { widget: 'responsibility-finder', options: {} }],
    ['system=drupal', { system: 'drupal', form: 'link' }],
    ['system=drupal&form=iframe', { system: 'drupal', form: 'iframe' }],
    ['form=table&script=old&look=x&page=fr', start],
    ['reserve=no&nonce&trust', { reserve: false, nonce: true, trust: true }],
  ])('%s', (query, expected) => {
    expect(readChoice(query, data)).toMatchObject(expected)
  })
})

test.each([
  [''],
  ['area=13&view=a-z&deep-links='],
  ['widget=responsibility-finder&system=typo3&form=div'],
  ['script=pinned&look=dark&width=narrow&page=en&reserve=no&nonce=&trust='],
])('a choice becomes the same address again: %s', (query) => {
  const written = writeChoice(readChoice(query, data))
  expect(readChoice(written, data)).toEqual(readChoice(query, data))
  expect([...new URLSearchParams(written)].sort()).toEqual([...new URLSearchParams(query)].sort())
})

test.each(systems)('what is advised for %s is not what it spoils', (system) => {
  expect(spoiled[system]).not.toContain(advised[system])
})

test('a text of any length does not fill the code', () => {
  expect(readChoice(`area=${'1'.repeat(5_000)}`, data).options['area']).toHaveLength(200)
})

test.each([
  ['wayfinder', undefined, 'Alle Dienste'],
  ['wayfinder', 'nds', 'Alle Dienste'],
  ['wayfinder', 'pl', 'All services'],
  ['responsibility-finder', 'de-x-leicht', 'Wer ist zuständig?'],
  ['responsibility-finder', 'en', 'Who is responsible?'],
])('the link in %s for readers of %s reads “%s”', (widget, lang, label) => {
  expect(labelOf({ widget, options: lang ? { lang } : {}, page: 'de' })).toBe(label)
})
