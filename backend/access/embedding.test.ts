import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { embeddingOf, publicHostOf } from './embedding.ts'

describe('a website on the internet', () => {
  test.each([
    ['https://www.wismar.example', 'www.wismar.example'],
    ['http://wismar.example:8443', 'wismar.example'],
    ['https://www.xn--mritz-kva.example', 'www.xn--mritz-kva.example'],
  ])('%s is known by its host %s', (origin, host) => expect(publicHostOf(origin)).toBe(host))

  test.each([
    'null', '', 'https://localhost', 'http://localhost:8080', 'https://intranet', 'https://192.0.2.7', 'http://[2001:db8::1]:80',
    'https://erika.local', 'https://rathaus.intern.lan', 'https://cms.internal', 'https://fritz.home.arpa', 'https://stadt.test',
    'https://www.wismar.example/erika?q=Mustermann', 'https://erika@www.wismar.example', 'chrome-extension://abcdef',
    'file://', 'https://WWW.wismar.example', 'https://.example', `https://${'a'.repeat(260)}.example`,
  ])('%j is none', (origin) => expect(publicHostOf(origin)).toBeUndefined()) // prettier-ignore

  test('whatever is sent, no more than a host name is known of it', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(part, part, part, (user, host, rest) => {
        const known =
          publicHostOf(`https://${user}@${host}.example/${rest}`) ?? publicHostOf(`${host}${rest}`)
        expect(known ?? 'a.example').toMatch(/^[a-z0-9.-]+$/)
      }),
    )
  })
})

describe('a widget is known by what it alone asks', () => {
  test.each([
    ['/api/v1/life-situations?area=13074&lang=de', 'amt-wayfinder', '13074'],
    ['/api/v1/services?q=hund&area=13076060', 'amt-wayfinder', '13076060'],
    ['/api/v1/services/99001001000000', 'amt-wayfinder', undefined],
    ['/api/v1/services/mv-hundesteuer/deadlines?from=2026-11-25', 'amt-wayfinder', undefined],
    ['/api/v1/keywords?letter=A', 'amt-wayfinder', undefined],
    ['/api/v1/checklists?q=baby', 'amt-wayfinder', undefined],
    ['/api/v1/responsibilities?service=x&area=130740087087', 'amt-responsibility-finder', '130740087087'],
    [
      '/api/v1/responsibilities?service=x&postcode=19053&place=Schwerin',
      'amt-responsibility-finder',
      undefined,
    ],
    ['/embed/wayfinder?area=13074087&in=130740087087', 'amt-wayfinder', '13074087'],
    ['/embed/responsibility-finder?service=x&in=130740087087', 'amt-responsibility-finder', undefined],
    ['/api/v1/services?q=area=13', 'amt-wayfinder', undefined],
    ['/api/v1/services?area=13x', 'amt-wayfinder', undefined],
  ])('%s', (target, widget, area) =>
    expect(embeddingOf('https://a.example', target)).toEqual({ host: 'a.example', widget, area }),
  )

  test.each([
    '/api/v1/services/suggest?q=a', '/api/v1/areas?q=wismar', '/api/v1/units/x', '/api/v1/sources', '/services?q=hund', '/embed.js',
    '/api/v1/services/x/record', '/api/v1/services/x/cpsv-ap', '/hsds/services', '/api/v1/servicesx', '/', '',
  ])('%s tells of none', (target) => expect(embeddingOf('https://a.example', target)).toBeUndefined()) // prettier-ignore
})
