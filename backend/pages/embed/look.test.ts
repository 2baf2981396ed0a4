import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Look, lookForms, lookOf } from './look.ts'

test('without a word it is light, as most websites are', () =>
  expect(lookOf({})).toBe('@media screen{:root:root{color-scheme:light;}}'))

test.each([
  [{ scheme: 'dark' }, 'color-scheme:dark;'],
  [{ scheme: 'system' }, 'color-scheme:light dark;'],
  [{ accent: '0B5C4A' }, '--accent:light-dark(#0b5c4a,#'],
  [{ accent: 'ff0' }, '--accent:light-dark(#737300,#ffff00)'],
  [{ font: 'Open Sans' }, 'font-family:"Open Sans",system-ui,sans-serif;'],
  [{ font: 'serif' }, 'font-family:serif;'],
  [{ radius: '12' }, '--radius:12px;'],
  [{ theme: 'contrast' }, '--muted:var(--ink);'],
] satisfies [Look, string][])('%j says %s', (look, css) => expect(lookOf(look)).toContain(css))

describe('nothing can be said that ends the style', () => {
  test.each(['}', '"', ';', '</style>', 'url(x)', '\\', '/*', 'a;b', '25', '-1', 'ab'])(
    '%j is refused',
    (value) => {
      for (const name of ['accent', 'radius', 'scheme', 'theme'] as const)
        expect(lookForms[name].safeParse(value).success, name).toBe(false)
    },
  )

  test('whatever is taken has no sign that means anything there', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (value) => {
        if (!lookForms.font.safeParse(value).success) return
        expect(value).toMatch(/^[A-Za-z0-9 -]+$/)
      }),
      { examples: [['Open Sans'], ['a"b'], ['x;y']] },
    ))
})
