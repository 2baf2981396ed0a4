import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { siteUses } from '@amtsweg/contract'
import { languages } from '@amtsweg/messages/languages.ts'
import { deskBuild } from '../.toolchain/desk.config.ts'
import { builtWidgets } from '../.toolchain/widgets-build.ts'

// Bytes after gzip -9. Above the limit a reader on a slow connection pays; under it nobody argues about taste.
const limits = {
  loader: 1_500,
  core: 10_000,
  combobox: 2_000,
  catalogue: 1_500,
  requests: 5,
  all: 40_000,
  engine: 110_000,
}
const totals: Readonly<Record<string, number>> = {
  'amt-wayfinder': 20_000,
  'amt-responsibility-finder': 18_000,
  'amt-map-viewer': 16_000,
}

let built: Awaited<ReturnType<typeof builtWidgets>>
beforeAll(async () => {
  built = await builtWidgets()
}, 60_000)

const content = (file: string) => built.built.get(`${built.release}/${file}`)!
const gzip = (file: string) => gzipSync(content(file), { level: 9 }).length
const named = (pattern: RegExp) => Object.keys(built.files).filter((file) => pattern.test(file))
const only = (pattern: RegExp) => {
  const files = named(pattern)
  expect(files, `${pattern}`).toHaveLength(1)
  return files[0]!
}

/** What a reader fetches before the first use, without the loader: code, what these attributes need, one language. */
function firstUse(tag: string, attributes: readonly string[]): string[] {
  const needs = built.widgets[tag]!
  const named = [
    'core',
    tag.slice(4),
    ...Object.keys(needs).filter((file) => attributes.includes(needs[file]!)),
  ]
  const inEach = named.map((name) =>
    (name.endsWith('-') ? languages.map((language) => name + language) : [name]).map(
      (file) => `assets/${file}.js`,
    ),
  )
  return inEach.map((files) => files.reduce((one, other) => (gzip(one) >= gzip(other) ? one : other)))
}

const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + gzip(file), 0)
const everything = (tag: string) => firstUse(tag, Object.values(built.widgets[tag]!))

describe('the budgets of what a page loads', () => {
  test('the loader', () => expect(gzip('embed.js')).toBeLessThanOrEqual(limits.loader))
  test('the core', () => expect(gzip(only(/\/core\./))).toBeLessThanOrEqual(limits.core))
  test('the combobox', () => expect(gzip(only(/\/combobox\./))).toBeLessThanOrEqual(limits.combobox))

  test.each(languages)('each file of words in %s', (language) => {
    const catalogues = named(new RegExp(`/[a-z-]+-${language}\\.js$`))
    expect(catalogues.length).toBeGreaterThanOrEqual(Object.keys(built.widgets).length)
    const sizes = catalogues.map((file) => [file, gzip(file)] as const)
    expect(sizes.filter(([, bytes]) => bytes > limits.catalogue)).toEqual([])
  })

  test('every widget in total before its first use', () => {
    const sizes = Object.keys(built.widgets).map(
      (tag) => [tag, sum(everything(tag)), totals[tag] ?? 18_000] as const,
    )
    expect(sizes.filter(([, bytes, limit]) => bytes > limit)).toEqual([])
  })

  test('the engine of the map, which comes when it is seen', () => {
    const files = [/\/map-list\./, /\/openlayers\./, /\/map-canvas\./, /\/opened\./].map(only)
    expect(sum(files)).toBeGreaterThan(60_000)
    expect(sum(files)).toBeLessThanOrEqual(limits.engine)
  })

  test('all widgets on one page', () => {
    const files = new Set(Object.keys(built.widgets).flatMap(everything))
    expect(sum([...files])).toBeLessThanOrEqual(limits.all)
  })

  test('the requests of every widget on a cold page, the loader among them', () => {
    const counts = Object.keys(built.widgets).map((tag) => [tag, everything(tag).length + 1] as const)
    expect(counts.filter(([, count]) => count > limits.requests)).toEqual([])
  })
})

describe('what a page loads', () => {
  test.each(['amt-wayfinder', 'amt-responsibility-finder', 'amt-directory', 'amt-map-viewer'])(
    '%s asks for its words by the name that the loader has brought them by',
    (tag) => {
      const code = content(`assets/${tag.slice(4)}.js`)
      const said = code.match(new RegExp(`[\`'"]${tag}[\`'"]`, 'g')) ?? []
      // Once to be defined, once for its words.
      expect(said.length).toBeGreaterThanOrEqual(2)
    },
  )

  test('is what an authority can register for a website, which may also be let edit', () =>
    expect([...Object.keys(built.widgets), 'editing'].sort()).toEqual([...siteUses].sort()))

  test('names its Trusted Types policy amt-html, so that a foreign Lit keeps its own', () => {
    const policies = [...built.built.values()].flatMap((code) => [
      ...code.matchAll(/createPolicy\(.(.+?)[`'"]/g),
    ])
    expect(policies.map(([, name]) => name)).toEqual(['amt-html'])
  })

  test('holds no code that a strict policy blocks', () => {
    const scripts = named(/\.js$/).filter((file) =>
      /\beval\(|new Function\(|createElement\(.script/.test(content(file)),
    )
    expect(scripts).toEqual([])
  })

  test('takes types from the contract and nothing else', () => {
    const schemas = named(/\.js$/).filter((file) => content(file).includes('ZodObject'))
    expect(schemas).toEqual([])
  })

  test('lies in the folder of its release, but for what has a name that stays', () => {
    const others = [...built.built.keys()].filter((file) => !file.startsWith(`${built.release}/`))
    const forPages = ['assets/licences.txt', 'assets/reserve.css', 'embed.js']
    const forDevelopers = [
      'assets/custom-elements.json',
      'assets/elements.md',
      'assets/vscode.css-custom-data.json',
      'assets/vscode.html-custom-data.json',
      'assets/web-types.json',
    ]
    expect(others.sort()).toEqual([...forPages, ...forDevelopers].sort())
  })
})

describe('the desk', () => {
  test('comes with its first page in at most 120 KB', async () => {
    const { NODE_ENV } = process.env
    process.env['NODE_ENV'] = 'production'
    const { output } = (await build({
      ...deskBuild(),
      logLevel: 'error',
      build: { ...deskBuild().build, write: false },
    })) as Rolldown.RolldownOutput
    process.env['NODE_ENV'] = NODE_ENV
    const chunks = new Map(
      output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
    )
    const first = new Set(
      [...chunks.values()]
        .filter(({ isEntry, name }) => isEntry || name === 'overview-page')
        .map(({ fileName }) => fileName),
    )
    expect(first.size).toBe(2)
    // A set that grows while one goes through it: what is imported is loaded along.
    for (const name of first) chunks.get(name)!.imports.forEach((file) => first.add(file))
    const others = output.filter(({ fileName }) => /\.(?:html|css)$/.test(fileName))
    const texts = [
      ...[...first].map((name) => chunks.get(name)!.code),
      ...others.map((file) => `${(file as Rolldown.OutputAsset).source}`),
    ]
    const bytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(120_000)
  }, 60_000)
})
