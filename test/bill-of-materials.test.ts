import { expect, test } from 'vitest'
import { pnpm } from '../.toolchain/pnpm.ts'
import { bill, type Listed, packagesOf } from '../.toolchain/sbom.ts'

interface Bill {
  readonly specVersion: string
  readonly components: readonly {
    readonly name: string
    readonly purl: string
    readonly licenses?: readonly object[]
  }[]
}
const read = (text: string) => JSON.parse(text) as Bill

/** Open source, and nothing that asks more of a town than to name it (decision of CONTRIBUTING: no AGPL, no SSPL). EDL-1.0 is the BSD-3-Clause of Eclipse. */
const welcome =
  /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|PSF-2\.0|Python-2\.0|\(ISC AND CC-BY-3\.0\)|\(EDL-1\.0 OR EPL-1\.0\))$/

test('the bill names each version of each package once, below ours and below theirs', () => {
  const packages = packagesOf([
    {
      dependencies: {
        '@amtsweg/contract': {
          version: 'link:../packages/contract',
          dependencies: { zod: { version: '4.0.0' } },
        },
        '@scope/one': { version: '1.0.0', dependencies: { zod: { version: '3.0.0' } } },
      },
    },
    { dependencies: { zod: { version: '4.0.0' } } },
  ])
  expect(packages.map(({ name, version }) => `${name}@${version}`)).toEqual([
    '@scope/one@1.0.0',
    'zod@3.0.0',
    'zod@4.0.0',
  ])
  expect(read(bill(packages)).components.map(({ purl }) => purl)).toEqual([
    'pkg:npm/%40scope/one@1.0.0',
    'pkg:npm/zod@3.0.0',
    'pkg:npm/zod@4.0.0',
  ])
})

test('what the server is made of is free, and all of it is in the bill', async () => {
  const list = ['--filter', '@amtsweg/backend', 'list', '--prod', '--depth', 'Infinity', '--json']
  const { code, output } = await pnpm(list)
  expect(code).toBe(0)
  const packages = packagesOf(JSON.parse(output) as readonly Listed[])
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hono', 'kysely', 'better-sqlite3']),
  )
  const others = packages.filter(({ licence }) => !welcome.test(licence ?? ''))
  expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
  expect(read(bill(packages))).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
}, 60_000)
