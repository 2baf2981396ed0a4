import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { importMap, releaseName } from '@amtsweg/embed/release.ts'
import { nameOfRelease } from '../.toolchain/release-build.ts'
import { builtWidgets } from '../.toolchain/widgets-build.ts'

type Built = Awaited<ReturnType<typeof builtWidgets>>
let first: Built
let second: Built
beforeAll(async () => {
  first = await builtWidgets()
  second = await builtWidgets()
}, 120_000)

const root = join(import.meta.dirname, '..')

describe('a release', () => {
  test('is the same bytes whenever it is built', () => {
    expect([...second.built]).toEqual([...first.built])
  })

  test('tells nothing of the computer it was built on', () => {
    const telling = [...first.built].filter(([, text]) => text.includes(root)).map(([file]) => file)
    expect(telling).toEqual([])
  })

  test('lists each of its files with its hash, and no other', () => {
    const prefix = `${first.release}/`
    const own = [...first.built].filter(
      ([file]) => file.startsWith(prefix) && !file.endsWith('/integrity.json'),
    )
    const hashes = own.map(([file, text]) => {
      const hash = createHash('sha384').update(text).digest('base64')
      return [`https://a.example/${file}`, `sha384-${hash}`] as const
    })
    expect(importMap('https://a.example', first)).toEqual({ integrity: Object.fromEntries(hashes) })
    expect(hashes.length).toBeGreaterThan(20)
  })

  test('is found by a script that is the same in the channel', () => {
    const script = first.built.get('embed.js')!
    expect(script).toBe(first.built.get(`${first.release}/embed.js`))
    expect(script).toContain(first.release)
  })
})

describe('its name', () => {
  const content = 'c0ffee'.repeat(10)
  test.each([
    ['1.0.0', {}, '1.0.0-bc0ffeec0ff'],
    ['1.0.0', { '1.0.0': content }, '1.0.0'],
    ['1.0.0', { '1.0.0': 'other' }, '1.0.0-bc0ffeec0ff'],
    ['1.1.0', { '1.0.0': content }, '1.1.0-bc0ffeec0ff'],
  ])('of %s among %j is %s', (version, released, expected) => {
    const name = nameOfRelease(content, version, released)
    expect(name).toBe(expected)
    expect(name).toMatch(releaseName)
  })
})
