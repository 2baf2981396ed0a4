import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)

const domains = [
  'access',
  'changes',
  'directory',
  'documents',
  'federation',
  'forms',
  'geodata',
  'payment',
  'places',
  'processes',
  'procurement',
  'registry',
  'responsibility',
  'services',
  'statistics',
  'wayfinding',
]
const plumbing = [
  'database',
  'filter',
  'geofiles',
  'geometry',
  'http',
  'import',
  'intake',
  'integration',
  'jobs',
  'operation',
  'pages',
  'traffic',
  'vocabularies',
]
const packages = ['client', 'contract', 'desk', 'drupal', 'embed', 'kit', 'messages', 'typo3', 'wordpress']
/** Their systems prescribe the layout. */
const foreign = /^packages\/(drupal|typo3|wordpress)\//
const top = ['backend', 'demo-site', 'packages', 'stories', 'test', 'widgets']

const beside = (name: string) => name === 'node_modules' || name.startsWith('.')
const entries = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true }).filter(({ name }) => !beside(name))
const folders = (path: string) =>
  entries(path)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
const filesIn = (path: string): string[] =>
  entries(path).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  )

const files = [...top.flatMap(filesIn).filter((file) => !foreign.test(file)), ...toolchain()]
const code = files.filter((file) => /\.(ts|mjs|cjs)$/.test(file))

function toolchain(): string[] {
  return ['.toolchain', '.toolchain/tasks'].flatMap((path) =>
    entries(path)
      .filter((entry) => entry.isFile())
      .map(({ name }) => `${path}/${name}`),
  )
}

describe('the folders tell the domain', () => {
  test('every folder of the backend is a domain or plumbing', () => {
    expect(folders('backend').filter((name) => ![...domains, ...plumbing].includes(name))).toEqual([])
  })

  test('every folder of the widgets is a domain', () => {
    expect(folders('widgets').filter((name) => !domains.includes(name))).toEqual([])
  })

  test('every package is one that the architecture names', () => {
    expect(folders('packages').filter((name) => !packages.includes(name))).toEqual([])
  })

  test('every folder of words is a domain, a part of one that is loaded for itself, a state that all share, or the server’s own pages', () => {
    const parts = ['answers', 'authors', 'checklists', 'deadlines', 'durations', 'maps', 'people']
    expect(
      folders('packages/messages').filter(
        (name) => ![...domains, ...parts, 'pages', 'states'].includes(name),
      ),
    ).toEqual([])
  })

  test('nothing lies deeper than three folders', () => {
    expect(files.filter((file) => file.split('/').length > 4)).toEqual([])
  })

  test('no folder and no file is a drawer for the rest', () => {
    const drawers = /^(utils?|helpers?|common|misc|shared|lib|src)(\.|$)/
    expect(files.filter((file) => file.split('/').some((part) => drawers.test(part)))).toEqual([])
  })
})

describe('the files', () => {
  test('are named in kebab-case', () => {
    const kebab = /^([a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)+$/
    const named = code.filter((file) => !kebab.test(file.split('/').at(-1) ?? ''))
    expect(named).toEqual([])
  })

  test('stop at 400 lines', () => {
    const long = code.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401)
    expect(long).toEqual([])
  })
})

describe('a widget is complete', () => {
  const widgets = filesIn('widgets')
    .filter((file) => /^widgets\/[^/]+\/[^/.]+\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((path) => readFileSync(join(root, `${path}.ts`), 'utf8').includes('define('))

  test('with its styles and its test', () => {
    const missing = widgets
      .flatMap((path) => [`${path}.styles.ts`, `${path}.test.ts`])
      .filter((file) => !existsSync(join(root, file)))
    expect(missing).toEqual([])
  })

  test('with a story of its domain', () => {
    const stories = widgets.map((path) => `stories/${path.split('/')[1]}.stories.ts`)
    expect(stories.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
