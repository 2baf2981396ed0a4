import { describe, expect, test } from 'vitest'
import { findingOf } from './link-finding.ts'
import type { Visit } from './link-visitor.ts'

const asked = 'https://amt.de/dienste/wohnsitz-anmelden'
const answered = (status: number, ...way: readonly (readonly [status: number, to: string])[]): Visit => {
  const urls = [asked, ...way.map(([, to]) => new URL(to, asked).href)]
  return {
    kind: 'answered',
    status,
    url: urls.at(-1)!,
    hops: way.map(([code], index) => ({ url: urls[index]!, status: code })),
  }
}

describe('an answer without redirect', () => {
  test.each([
    [200, 'alive'],
    [204, 'alive'],
    [206, 'alive'],
    [300, 'alive'],
    [304, 'alive'],
    [302, 'failing'],
    [400, 'blocked'],
    [401, 'login'],
    [403, 'blocked'],
    [404, 'gone'],
    [405, 'blocked'],
    [408, 'failing'],
    [410, 'gone'],
    [418, 'blocked'],
    [429, 'blocked'],
    [451, 'blocked'],
    [500, 'failing'],
    [503, 'failing'],
    [599, 'failing'],
    [999, 'blocked'],
  ] as const)('%i means %s', (status, kind) => {
    expect(findingOf(asked, answered(status))).toEqual({ kind, status })
  })
})

describe('a redirect', () => {
  test.each([
    [[[301, '/neu']], { kind: 'moved', movedTo: 'https://amt.de/neu' }],
    [[[308, 'https://neues-amt.de/a?b=1']], { kind: 'moved', movedTo: 'https://neues-amt.de/a?b=1' }],
    [
      [
        [301, '/neu'],
        [302, '/neu/heute'],
      ],
      { kind: 'moved', movedTo: 'https://amt.de/neu' },
    ],
    [
      [
        [302, '/heute'],
        [301, '/neu'],
      ],
      { kind: 'alive' },
    ],
    [[[302, '/dienste/wohnsitz-anmelden?s=1']], { kind: 'alive' }],
    [[[307, '/anmelden/wohnsitz']], { kind: 'alive' }],
    [[[302, '/login?next=%2Fdienste']], { kind: 'login' }],
    [[[302, 'https://sso.amt.de/x']], { kind: 'login' }],
    [[[302, 'https://id.land.de/oauth2/authorize?x']], { kind: 'login' }],
    [[[301, '/']], { kind: 'suspicious', cause: 'start-page' }],
    [[[302, 'https://www.amt.de/index.php']], { kind: 'suspicious', cause: 'start-page' }],
    [[[302, '/de/']], { kind: 'suspicious', cause: 'start-page' }],
    [[[302, '/fehler/404.html']], { kind: 'suspicious', cause: 'error-page' }],
    [[[302, '/seite-nicht-gefunden']], { kind: 'suspicious', cause: 'error-page' }],
    [[[302, '/?id=12']], { kind: 'alive' }],
  ] as const)('along %j means %j', (way, finding) => {
    expect(findingOf(asked, answered(200, ...way))).toEqual({ ...finding, status: 200 })
  })

  test('to a page that is missing means that the page is gone', () => {
    expect(findingOf(asked, answered(404, [301, '/neu']))).toEqual({ kind: 'gone', status: 404 })
  })

  test('of a start page to another start page is nothing to wonder about', () => {
    const hops = [{ url: 'https://amt.de/', status: 302 }]
    const visit: Visit = { kind: 'answered', status: 200, url: 'https://amt.de/de/', hops }
    expect(findingOf('https://amt.de/', visit)).toEqual({ kind: 'alive', status: 200 })
  })
})

test.each([
  ['no-such-host', 'failing'],
  ['timeout', 'failing'],
  ['no-connection', 'failing'],
  ['broken', 'failing'],
  ['tls', 'failing'],
  ['redirect-loop', 'failing'],
  ['certificate', 'unsafe'],
  ['certificate-chain', 'suspicious'],
] as const)('%s means %s', (cause, kind) => {
  expect(findingOf(asked, { kind: 'failed', cause })).toEqual({ kind, cause })
})

test('an address that we do not ask says nothing about itself', () => {
  const visit: Visit = { kind: 'refused', reason: 'internal-address' }
  expect(findingOf(asked, visit)).toEqual({ kind: 'refused', cause: 'internal-address' })
})
