import { beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { policyOf } from '../traffic/index.ts'
import { createApp } from './app.ts'

interface Operation {
  readonly responses: Record<string, { readonly description: string; readonly headers?: object }>
}
let operations: [method: string, path: string, operation: Operation][]
beforeAll(async () => {
  const response = await createApp({ database: await openTestDatabase() }).request('/api/openapi.json')
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> }
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): (typeof operations)[number] => [
      method.toUpperCase(),
      path,
      operation,
    ]),
  )
})

describe('the document of the API', () => {
  test('says of every route that it may be refused for a moment', () => {
    expect(operations.length).toBeGreaterThan(10)
    for (const [method, path, { responses }] of operations)
      expect(responses['503'], `${method} ${path}`).toMatchObject({
        description: expect.stringContaining('unavailable') as string,
        headers: { 'Retry-After': expect.anything() as object },
      })
  })

  test('says of every route that is counted, and of no other, that it may be asked too often', () => {
    const counted = operations.filter(([method, path]) => policyOf(method, path))
    expect(counted.length).toBeGreaterThan(4)
    for (const [method, path, { responses }] of operations)
      expect('429' in responses, `${method} ${path}`).toBe(policyOf(method, path) !== undefined)
  })
})
