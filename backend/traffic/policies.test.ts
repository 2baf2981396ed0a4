import { describe, expect, test } from 'vitest'
import { limitField, policyField, policyOf } from './policies.ts'

describe('a request is limited by what it costs', () => {
  test.each([
    ['GET', '/api/v1/services', 'search'],
    ['HEAD', '/api/v1/services', 'search'],
    ['GET', '/api/v1/services/suggest', 'search'],
    ['GET', '/api/v1/units', 'search'],
    ['GET', '/api/v1/directory', 'search'],
    ['GET', '/api/v1/areas', 'search'],
    ['GET', '/api/v1/checklists', 'search'],
    ['GET', '/api/v1/responsibilities', 'search'],
    ['GET', '/api/v1/units/demo-buergerbuero/services', 'search'],
    ['GET', '/services', 'search'],
    ['GET', '/hsds/services', 'export'],
    ['GET', '/api/v1/cpsv-ap', 'export'],
    ['GET', '/sitemap-1.xml', 'export'],
    ['GET', '/llms.txt', 'export'],
    ['POST', '/api/v1/searches', 'submission'],
    ['PUT', '/api/v1/anything', 'submission'],
    ['OPTIONS', '/api/v1/searches', undefined],
    ['GET', '/api/v1/services/99006023000000', undefined],
    ['GET', '/api/v1/life-situations', undefined],
    ['GET', '/services/mv-hundesteuer', undefined],
    ['GET', '/embed.js', undefined],
    ['GET', '/livez', undefined],
  ] as const)('%s %s: %s', (method, path, policy) => {
    expect(policyOf(method, path)).toBe(policy)
  })
})

test('the fields are structured fields: a string with integers', () => {
  const policy = { name: 'search', quota: 1200, window: 60 }
  expect(policyField(policy)).toBe('"search";q=1200;w=60')
  expect(limitField(policy, 17, 42)).toBe('"search";r=17;t=42')
})
