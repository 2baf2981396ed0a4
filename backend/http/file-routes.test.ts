import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fileRoutes } from './file-routes.ts'
import { onError } from './problem.ts'
import { publicUrlOf } from './public-url.ts'
import { createRouter } from './router.ts'

const widgets = mkdtempSync(join(tmpdir(), 'amtsweg-desk-'))
mkdirSync(join(widgets, 'desk/assets'), { recursive: true })
writeFileSync(join(widgets, 'desk/index.html'), '<desk-app></desk-app>')
writeFileSync(join(widgets, 'desk/assets/index-a1.js'), '// app')
afterAll(() => rmSync(widgets, { recursive: true }))

const app = createRouter()
app.use((c, next) => {
  c.set('requestId', 'r1')
  return next()
})
app.route(
  '/',
  fileRoutes({ widgets, keptReleases: undefined, publicUrl: publicUrlOf(undefined), demoSite: undefined }),
)
app.onError(onError(() => {}))
const ask = (path: string) => app.request(path)

describe('the desk', () => {
  test.each(['/desk', '/desk/', '/desk/units', '/desk/units/amt-x', '/desk/welcome', '/desk/services/1.0'])(
    '%s gives the application, always fresh',
    async (path) => {
      const answer = await ask(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe('<desk-app></desk-app>')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('runs under a policy that names nobody but us, and in no frame', async () => {
    const policy = (await ask('/desk/units')).headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  test('has scripts that never change, and no page in the place of one that is gone', async () => {
    const script = await ask('/desk/assets/index-a1.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await ask('/desk/assets/index-gone.js')).status).toBe(404)
  })
})
