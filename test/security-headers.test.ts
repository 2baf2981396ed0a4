import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { openDemoApp } from './demo-app.ts'
import { temporaryFolder } from './temporary-folder.ts'

const token = 'token-of-the-operator'
const ids: Record<string, string> = {
  regionKey: '13',
  code: 'not-found',
  file: 'mv-hundesteuer.md',
  id: 'mv-hundesteuer',
}

let answers: { readonly path: string; readonly status: number; readonly headers: Headers }[]

/** Every address of the running app, found and not found, with files of ours behind it. */
beforeAll(async () => {
  const widgets = temporaryFolder()
  mkdirSync(join(widgets, 'assets'))
  writeFileSync(join(widgets, 'embed.js'), '// script')
  writeFileSync(join(widgets, 'assets', 'a.css'), 'a {}')
  const { database } = await openDemoApp()
  const app = createApp({
    database,
    widgets,
    demoSite: join(import.meta.dirname, '..', 'demo-site'),
    securityContact: 'https://www.stadt.example/sicherheit',
    metrics: { token, metrics: { text: async () => ({ type: 'text/plain', text: '' }) } },
  })
  const patterns = app.routes.filter(({ method, path }) => method === 'GET' && !path.endsWith('*'))
  const paths = new Set([
    ...patterns.map(({ path }) =>
      path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => ids[name] ?? 'x'),
    ),
    '/assets/a.css',
    '/demo/',
    '/nothing/here',
    '/api/v1/services?limit=-1',
  ])
  answers = []
  for (const path of paths) {
    const { status, headers } = await app.request(path, { headers: { authorization: `Bearer ${token}` } })
    answers.push({ path, status, headers })
  }
  const refused = await app.request('/api/v1/services', { method: 'DELETE' })
  answers.push({ path: 'DELETE /api/v1/services', status: refused.status, headers: refused.headers })
}, 60_000)

const isPage = ({ headers }: { headers: Headers }) => headers.get('content-type')?.startsWith('text/html')

describe('whatever is answered', () => {
  test('there is enough of it to judge', () => {
    expect(answers.length).toBeGreaterThan(50)
    expect(answers.filter(isPage).length).toBeGreaterThan(5)
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(3)
  })

  test.each([
    ['x-content-type-options', /^nosniff$/],
    ['referrer-policy', /^(no-referrer|same-origin|strict-origin-when-cross-origin)$/],
    ['content-security-policy', /^default-src 'none'/],
    ['cross-origin-resource-policy', /^(same-origin|cross-origin)$/],
  ])('%s says what browsers may do with it', (name, expected) => {
    for (const { path, headers } of answers) expect.soft(headers.get(name), path).toMatch(expected)
  })

  test('only pages made for it stand in frames of other websites, and in any', () => {
    const open = answers.filter(
      ({ headers }) => !headers.get('content-security-policy')?.includes('frame-ancestors'),
    )
    expect(open.map(({ path }) => path)).toEqual(
      answers.map(({ path }) => path).filter((path) => path.startsWith('/embed/')),
    )
    expect(open.length).toBeGreaterThan(0)
  })

  test('tells nothing of the program behind it', () => {
    for (const { path, headers } of answers) {
      expect.soft(headers.get('server'), path).toBeNull()
      expect.soft(headers.get('x-powered-by'), path).toBeNull()
    }
  })

  test('sets no cookie', () => {
    for (const { path, headers } of answers) expect.soft(headers.get('set-cookie'), path).toBeNull()
  })
})

describe('a page', () => {
  test('runs no script but ours, asks for no device, and shares its window with nobody', () => {
    for (const { path, headers } of answers.filter(isPage)) {
      const policy = headers.get('content-security-policy') ?? ''
      expect.soft(policy, path).not.toMatch(/unsafe-(inline|eval)/)
      expect.soft(policy, path).toContain("require-trusted-types-for 'script'")
      expect.soft(policy, path).toContain("base-uri 'none'")
      expect.soft(headers.get('permissions-policy'), path).toContain('camera=()')
      expect.soft(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    }
  })
})

describe('what any page may use', () => {
  test('is open to all of them and knows no reader', () => {
    const open = answers.filter(({ path }) => /^\/(api\/v1|assets|embed)/.test(path))
    expect(open.length).toBeGreaterThan(10)
    for (const { path, headers } of open) {
      expect.soft(headers.get('access-control-allow-origin'), path).toBe('*')
      expect.soft(headers.get('access-control-allow-credentials'), path).toBeNull()
      expect.soft(headers.get('cross-origin-resource-policy'), path).toBe('cross-origin')
    }
  })
})
