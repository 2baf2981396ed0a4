import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskPath } from './desk-path.ts'

describe('where somebody goes after signing in', () => {
  test.each([
    '/desk',
    '/desk/',
    '/desk/services/kfz?tab=fees#fee-2',
    '/desk?x=//evil.example',
    '/desk/a%20b',
  ])('%s is a place of the desk', (path) => expect(deskPath(path)).toBe(path))

  test.each([
    undefined,
    '',
    'desk',
    '/',
    '/deskevil',
    '/desk.evil.example',
    '/desk@evil.example',
    '//evil.example/desk',
    '///evil.example',
    '/\\evil.example',
    '/desk\\..\\..\\evil',
    '/desk/..//evil.example',
    '/desk/../api/v1/sign-out',
    '/desk/%2e%2e//evil.example',
    '/desk//evil.example',
    '/desk/%2f%2fevil.example',
    '/desk/%5cevil.example',
    '/desk/%252f%252fevil.example',
    '/desk/%0d%0aset-cookie:a=b',
    '/desk/\r\nset-cookie: a=b',
    '/desk/\t/evil.example',
    '/\t/evil.example',
    ' /desk/',
    'https://evil.example/desk/',
    'javascript:alert(1)',
    '/desk/\u0000',
    '/desk/\u202e',
  ])('%j is not, and leads to the start', (path) => expect(deskPath(path)).toBe('/desk/'))

  test('whatever is asked for stays on this server and at the desk', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('/', '\\', '.', '%', '2', 'f', 'e', '@', ':', '?', '#', '\t', '\n', 'a'),
    })
    fc.assert(
      fc.property(nasty, (rest) => {
        const url = new URL(deskPath(`/desk${rest}`), 'https://here.example')
        expect(url.origin).toBe('https://here.example')
        expect(url.pathname).toMatch(/^\/desk(?:\/|$)/)
      }),
    )
  })
})
