import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describedElements } from '../.toolchain/manifest.ts'

const root = join(import.meta.dirname, '..')
const elements = describedElements()

/** The element's own file and those beside it that it draws its parts with; another element describes itself. */
function sourceOf(path: string): string {
  const own = readFileSync(join(root, path), 'utf8')
  const beside = [...own.matchAll(/^(?:import|\}) (?!type)[^']*from '\.\/([\w-]+\.ts)'/gm)]
    .filter(([, file]) => file !== 'states.ts')
    .map(([, file]) => readFileSync(join(root, dirname(path), file!), 'utf8'))
    .filter((text) => !text.includes("define('amt-"))
  return [own, ...beside].join('\n')
}

const namesIn = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map(([, name]) => name!)

test('every element in the source is described', () => {
  const defined = elements.map(({ path, tagName }) => [path, tagName])
  expect(defined.length).toBeGreaterThanOrEqual(4)
  for (const { path, tagName } of elements) {
    expect(readFileSync(join(root, path), 'utf8'), path).toContain(`define('${tagName}'`)
  }
})

describe.each(elements.map((element) => [element.tagName, element] as const))('<%s>', (_, element) => {
  const source = sourceOf(element.path)

  test('says what it is and how far it is', () => {
    expect(element.description).toBeTruthy()
    expect(element.summary).toBeTruthy()
    expect(source).toMatch(/@status (?:experimental|stable|deprecated|internal)/)
  })

  test('explains every property and attribute', () => {
    const members = (element.members ?? []).filter(
      ({ kind, static: belongsToClass }) => kind === 'field' && !belongsToClass,
    )
    expect(members.filter(({ description }) => !description).map(({ name }) => name)).toEqual([])
  })

  test('explains every slot, event, part and custom property it names', () => {
    const { slots = [], events = [], cssParts = [], cssProperties = [] } = element
    const named = [...slots, ...events, ...cssParts, ...cssProperties]
    expect(named.filter(({ description }) => !description).map(({ name }) => name)).toEqual([])
  })

  test('names the slot it has', () => {
    const slots = (element.slots ?? []).length
    expect(slots > 0).toBe(/<slot|emptyState\(|errorState\(/.test(source))
  })

  test('names every part it has', () => {
    const drawn = namesIn(source, /\bpart="([\w-]+)"/g)
    const exported = namesIn(source, /exportparts="([^"]+)"/g).flatMap((list) =>
      list.split(',').map((part) => part.split(':').at(-1)!.trim()),
    )
    const documented = (element.cssParts ?? []).map(({ name }) => name)
    expect([...new Set([...drawn, ...exported])].filter((part) => !documented.includes(part))).toEqual([])
  })

  test('names every event it sends, with its class', () => {
    const sent = namesIn(source, /super\('(amt-[\w-]+)'/g)
    const documented = (element.events ?? []).map(({ name }) => name)
    expect(sent.filter((name) => !documented.includes(name))).toEqual([])
    expect(
      (element.events ?? []).filter(({ type }) => !type?.text.endsWith('Event')).map(({ name }) => name),
    ).toEqual([])
  })

  test('offers at least one custom property to fit its page', () => {
    expect((element.cssProperties ?? []).map(({ name }) => name)).toContain('--amt-color-accent')
  })
})
