import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Row {
  readonly id: string
  readonly status: string
  readonly evidence: string
}
const rows = parse(read('docs/security/asvs-5.0-level-2.csv'), { columns: true }) as readonly Row[]

test('every requirement of ASVS 5.0 up to level 2 has an answer, once', () => {
  expect(rows.filter(({ id }) => !/^v5\.0\.0-\d+\.\d+\.\d+$/.test(id))).toEqual([])
  // 70 of level 1 and 183 of level 2, as OWASP published them in May 2025.
  expect(new Set(rows.map(({ id }) => id)).size).toBe(253)
  expect(rows).toHaveLength(253)
})

test('every answer is yes, no or not applicable, and says why', () => {
  expect(rows.filter(({ status }) => !['yes', 'no', 'not applicable'].includes(status))).toEqual([])
  expect(rows.filter(({ evidence }) => evidence.length < 8)).toEqual([])
})

test('the evidence that is named exists', () => {
  const named = rows.flatMap(({ id, evidence }) =>
    [...evidence.matchAll(/\b(?:backend|docs|packages|test)\/[\w./-]*\w/g)].map(([path]) => ({ id, path })),
  )
  expect(named.length).toBeGreaterThan(60)
  // A decision may be named by its number alone.
  const exists = (path: string) =>
    existsSync(join(root, path)) || globSync(`${path}-*`, { cwd: root }).length > 0
  expect(named.filter(({ path }) => !exists(path))).toEqual([])
})

test('the guides name commands that exist', () => {
  const help = read('backend/operation-cli.ts') + read('backend/doctor-cli.ts') + read('backend/cli.ts')
  const guides = ['backup', 'upgrade', 'operators'].map((name) => read(`docs/guides/${name}.md`)).join('\n')
  const commands = new Set(
    [...guides.matchAll(/amtsweg(?: --)? (backup|restore|upgrade|doctor)\b/g)].map(([, name]) => name),
  )
  expect([...commands].sort()).toEqual(['backup', 'doctor', 'restore', 'upgrade'])
  expect([...commands].filter((name) => !help.includes(`amtsweg ${name}`))).toEqual([])
})
