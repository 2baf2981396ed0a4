import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import rules from '../.dependency-cruiser.cjs'
import { root, tool } from '../.toolchain/tools.ts'

/** Faults, each in a file of its own, and the rule that has to name it. */
const faults: readonly (readonly [file: string, line: string, rule: string])[] = [
  ['backend/places/fault.ts', `import '../services/index.ts'`, 'places-uses-only-itself'],
  ['backend/services/fault.ts', `import '../wayfinding/index.ts'`, 'services-uses-only-access-places'],
  [
    'backend/registry/fault.ts',
    `import '../forms/index.ts'`,
    'registry-uses-only-access-directory-payment-places',
  ],
  ['backend/payment/fault.ts', `import '../directory/repository.ts'`, 'domains-meet-at-the-front-door'],
  ['backend/forms/fault.ts', `import '../integration/post.ts'`, 'domains-do-not-know-the-outside'],
  ['backend/jobs/fault.ts', `import '../directory/repository.ts'`, 'plumbing-enters-by-the-front-door'],
  ['backend/pages/fault.ts', `import '../directory/repository.ts'`, 'plumbing-enters-by-the-front-door'],
  ['backend/http/fault.ts', `import '../directory/repository.ts'`, 'http-joins-routes-only'],
  ['backend/database/fault.ts', `import '../directory/index.ts'`, 'database-knows-tables-only'],
  ['backend/import/fault.ts', `import '../directory/index.ts'`, 'import-engine-knows-no-domain'],
  ['backend/geodata/fault.ts', `import '../main.ts'`, 'nobody-imports-the-joiners'],
  ['backend/statistics/fault.ts', `import 'hono'`, 'only-routes-know-http'],
  ['backend/access/fault.ts', `import '../http/problem.ts'`, 'only-routes-know-http'],
  ['backend/services/routes.ts', `import 'kysely'`, 'only-repositories-know-sql'],
  ['backend/http/sql.ts', `import 'better-sqlite3'`, 'only-repositories-know-sql'],
  ['backend/documents/fault.ts', `import '@amtsweg/kit'`, 'server-knows-no-browser'],
  ['backend/http/loader.ts', `import '@amtsweg/embed/loader.ts'`, 'server-knows-no-browser'],
  ['backend/documents/undeclared.ts', `import 'undeclared'`, 'imports-are-declared'],
  ['backend/documents/nowhere.ts', `import './nowhere-at-all.ts'`, 'imports-resolve'],
  ['backend/documents/tool.ts', `import 'vitest'`, 'test-tools-stay-in-tests'],
  ['backend/documents/tested.ts', `import './fault.test.ts'`, 'tests-are-not-imported'],
  ['backend/documents/round.ts', `import './round.ts'`, 'no-cycles'],
  ['packages/contract/fault.ts', `import '@amtsweg/kit'`, 'contract-depends-on-nothing'],
  ['packages/messages/fault.ts', `import '@amtsweg/kit'`, 'messages-know-contract-types-only'],
  ['packages/client/fault.ts', `import '@amtsweg/kit'`, 'client-knows-only-the-contract'],
  ['packages/embed/fault.ts', `import '@amtsweg/kit'`, 'embed-knows-tags-and-file-names-only'],
  ['packages/kit/fault.ts', `import '@amtsweg/widgets/places/picker.ts'`, 'packages-know-no-widget'],
  ['packages/kit/relative.ts', `import '../client/index.ts'`, 'packages-meet-by-name'],
  ['widgets/places/fault.ts', `import '../payment/button.ts'`, 'a-widget-imports-no-other'],
  ['widgets/places/schema.ts', `import '@amtsweg/contract'`, 'browser-takes-types-only'],
  ['widgets/places/server.ts', `import '../../backend/places/index.ts'`, 'browser-knows-no-server'],
]

/** What the same rules have to let pass. */
const legal: readonly (readonly [file: string, line: string])[] = [
  ['backend/wayfinding/good.ts', `import '../responsibility/index.ts'`],
  ['backend/directory/routes.ts', `import 'hono'\nimport '../http/problem.ts'`],
  ['backend/directory/repository.ts', `import 'kysely'`],
  ['backend/directory/repository-hours.ts', `import 'kysely'\nimport '../database/database.ts'`],
  ['backend/directory/import-authorities.ts', `import 'kysely'\nimport '../import/index.ts'`],
  ['backend/database/database.ts', `import 'kysely'\nimport type {} from '../directory/tables.ts'`],
  ['backend/main.ts', `import './directory/routes.ts'\nimport './integration/post.ts'`],
  ['backend/http/releases.ts', `import '@amtsweg/embed/release.ts'`],
  ['backend/documents/fault.test.ts', `import 'vitest'\nimport '../http/problem.ts'`],
  ['widgets/places/picker.ts', `import type { Place } from '@amtsweg/contract'\nimport '@amtsweg/kit'`],
]

const names = [
  'places',
  'access',
  'directory',
  'services',
  'responsibility',
  'wayfinding',
  'payment',
  'forms',
]
const empty = [
  ...names.map((name) => `backend/${name}/index.ts`),
  'backend/directory/tables.ts',
  'backend/http/problem.ts',
  'backend/import/index.ts',
  'backend/integration/post.ts',
  'packages/client/index.ts',
  'packages/contract/index.ts',
  'packages/embed/loader.ts',
  'packages/embed/release.ts',
  'packages/kit/index.ts',
  'widgets/payment/button.ts',
]
const workspace = {
  client: 'packages/client',
  contract: 'packages/contract',
  embed: 'packages/embed',
  kit: 'packages/kit',
  widgets: 'widgets',
}
const npm = ['hono', 'kysely', 'better-sqlite3', 'undeclared', 'vitest']

let folder = ''
let found: readonly { from: string; rule: { name: string } }[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-arrows-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }

  for (const path of empty) write(path, 'export {}')
  for (const [path, line] of legal) write(path, line)
  for (const [path, line] of faults) write(path, line)
  for (const name of npm) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'export {}')
  }
  for (const [name, path] of Object.entries(workspace)) {
    mkdirSync(join(folder, 'node_modules/@amtsweg'), { recursive: true })
    symlinkSync(join(folder, path), join(folder, 'node_modules/@amtsweg', name))
    write(`${path}/package.json`, JSON.stringify(manifest(`@amtsweg/${name}`)))
  }
  write('packages/messages/package.json', JSON.stringify(manifest('@amtsweg/messages')))
  write('backend/package.json', JSON.stringify(manifest('@amtsweg/backend')))
  write('tsconfig.json', '{}')

  let output = ''
  const config = join(root, '.dependency-cruiser.cjs')
  await tool('depcruise', ['--config', config, '--output-type', 'json', 'packages', 'widgets', 'backend'], {
    cwd: folder,
    output: (text) => (output += text),
  })
  found = (JSON.parse(output) as { summary: { violations: typeof found } }).summary.violations
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const manifest = (name: string) => ({
  name,
  type: 'module',
  exports: { '.': './index.ts', './*.ts': './*.ts' },
  dependencies: {
    'better-sqlite3': '*',
    hono: '*',
    kysely: '*',
    ...Object.fromEntries(Object.keys(workspace).map((it) => [`@amtsweg/${it}`, '*'])),
  },
  devDependencies: { vitest: '*' },
})

const rulesFor = (file: string) => found.filter(({ from }) => from === file).map(({ rule }) => rule.name)

test.each(faults)('%s: %s breaks %s', (file, _, rule) => {
  expect(rulesFor(file)).toContain(rule)
})

test.each(legal)('%s may say %s', (file) => {
  expect(rulesFor(file)).toEqual([])
})

test('every rule has been seen to fire', () => {
  const seen = new Set(found.map(({ rule }) => rule.name))
  // One function makes the rules of all domains; three of them stand for the rest.
  const others = rules.forbidden?.flatMap(({ name }) => (name && !name.includes('-uses-only-') ? [name] : []))
  expect(others?.filter((name) => !seen.has(name))).toEqual([])
})
