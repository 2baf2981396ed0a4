import { describe, expect, test } from 'vitest'
import {
  originOf,
  permits,
  readOrigin,
  type RegisteredOrigin,
  RegisteredOrigins,
  safeLogo,
  writtenOrigin,
} from './origin.ts'

describe('an origin is what a browser sends', () => {
  test.each([
    ['https://www.wismar.example', 'https://www.wismar.example'],
    ['https://WWW.Wismar.example/', 'https://www.wismar.example'],
    ['https://www.wismar.example:443', 'https://www.wismar.example'],
    ['https://www.wismar.example:8443', 'https://www.wismar.example:8443'],
    ['https://www.röbel-müritz.example', 'https://www.xn--rbel-mritz-ecb1f.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://stadt.localhost', 'http://stadt.localhost'],
  ])('%s is %s', (text, origin) => expect(originOf(text)).toBe(origin))

  test.each([
    '', 'null', '*', 'www.wismar.example', 'https://', 'http://www.wismar.example', 'https://*.wismar.example',
    'https://www.wismar.example/dienste', 'https://www.wismar.example/?', 'https://www.wismar.example#a',
    'https://erika@www.wismar.example', 'https://a.example https://b.example', 'file:///etc', 'ftp://a.example',
    'blob:https://a.example/1', 'javascript:alert(1)', 'http://localhost.evil.example', 'https://a.example,b.example',
  ])('%j is none', (text) => expect(originOf(text)).toBeUndefined()) // prettier-ignore

  test('what was taken is taken again as it is', () => {
    for (const text of ['https://www.röbel-müritz.example', 'https://A.example:443', 'http://[::1]:80']) {
      const origin = originOf(text)!
      expect(originOf(origin)).toBe(origin)
    }
  })
})

describe('a logo', () => {
  test.each([
    ['https://www.wismar.example/wappen.svg', 'https://www.wismar.example'],
    ['https://www.wismar.example:8443/a b;c', 'https://www.wismar.example:8443'],
  ])('%s is shown, from %s', (address, origin) => expect(safeLogo(address)?.origin).toBe(origin))

  test.each([
    'http://localhost/a.svg', 'data:image/png;base64,AA', 'javascript:alert(1)', '/wappen.svg', 'https://a;script-src/x.svg',
    'https://*/x.svg', 'https://erika@a.example/x.svg', '',
  ])('%j is none', (address) => expect(safeLogo(address)).toBeUndefined()) // prettier-ignore
})

describe('a list of websites', () => {
  test.each([
    [
      'the same website twice',
      [{ origin: 'https://a.example' }, { origin: 'https://A.example:443/' }],
      'twice',
    ],
    ['a use that nobody knows', [{ origin: 'https://a.example', uses: ['amt-shop'] }], 'amt-wayfinder'],
    ['a website that may use nothing', [{ origin: 'https://a.example', uses: [] }], ''],
  ])('does not take %s', (_, list, words) => {
    const result = RegisteredOrigins.safeParse(list)
    expect(result.error?.message).toContain(words)
  })
})

describe('a website may use', () => {
  const all: RegisteredOrigin[] = [
    { origin: 'https://all.example' },
    { origin: 'https://some.example', uses: ['amt-wayfinder'] },
  ]
  test.each([
    ['https://all.example', 'editing', true],
    ['https://some.example', 'amt-wayfinder', true],
    ['https://some.example', 'editing', false],
    ['https://some.example:8443', 'amt-wayfinder', false],
    ['https://a.some.example', 'amt-wayfinder', false],
    ['null', 'amt-wayfinder', false],
  ] as const)('%s %s: %s', (origin, use, expected) => expect(permits(all, origin, use)).toBe(expected))
})

test.each(['https://a.example', 'https://a.example=amt-wayfinder,editing'])(
  '%s is read as it is written',
  (words) => expect(RegisteredOrigins.parse([readOrigin(words)]).map(writtenOrigin)).toEqual([words]),
)
