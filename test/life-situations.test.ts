import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { openImportFile, readCsv, runImport } from '@amtsweg/backend/import/index.ts'
import { describeRegisters, testFile } from '@amtsweg/backend/import/testing.ts'
import { planFolder, profiles } from '@amtsweg/backend/profiles.ts'
import { lifeSituationTree, situationsBelow } from '@amtsweg/backend/services/index.ts'
import type { KeywordPage, LifeSituation, LifeSituationTree } from '@amtsweg/contract'
import { openDemoApp } from './demo-app.ts'

const ownData = join(import.meta.dirname, '..', 'demo-site', 'data')
const everyone = (items: readonly LifeSituation[]): LifeSituation[] =>
  items.flatMap((one) => [one, ...everyone(one.children)])

describe('the demo towns', () => {
  let app: Awaited<ReturnType<typeof openDemoApp>>['app']
  beforeAll(async () => void ({ app } = await openDemoApp()), 60_000)
  const ask = async <Body>(path: string) => (await (await app.request(`/api/v1${path}`)).json()) as Body
  const tiles = async (area: string) => (await ask<LifeSituationTree>(`/life-situations?area=${area}`)).items

  test('one arranges its life situations, the other has the usual ones', async () => {
    const usual = await tiles('13076')
    const arranged = await tiles('130745454')
    expect(usual).toHaveLength(11)
    expect(arranged).toHaveLength(10)
    expect(arranged.slice(0, 2).map(({ name }) => name)).toEqual(['Strand, Tiere & Natur', 'Umzug & Wohnen'])
    expect(arranged.map(({ id }) => id)).not.toContain('zuwanderung')
  })

  test('every reference of the index leads somewhere, and back to its word', async () => {
    const page = async (query: string) => (await ask<KeywordPage>(`/keywords?limit=100&${query}`)).items
    const [lappen] = await page('from=Lappen')
    expect(lappen).toMatchObject({ keyword: 'Lappen', see: 'Führerschein zum ersten Mal beantragen' })
    const [main] = await page(`from=${encodeURIComponent(lappen?.see ?? '')}`)
    expect(main?.keyword).toBe(lappen?.see)
    expect(main?.services.length).toBeGreaterThan(0)
  })
})

describeRegisters('all catalogues of life situations together', () => {
  let db: Awaited<ReturnType<typeof openTestDatabase>>['db']
  const registers = [
    ['ozg-catalogue', 'services/ozg-leika-katalog-nrw-2019.csv.gz'],
    ['munich-services', 'services/muenchen-services_de-2026-06-08.json.gz'],
    ['berlin-services', 'services/berlin-dienstleistungen-2024.ndjson.gz'],
  ] as const
  const ours = ['life-situations', 'life-situation-mappings', 'services']

  beforeAll(async () => {
    ;({ db } = await openTestDatabase())
    const steps = registers.map(([name, path]) => {
      const profile = profiles.find((one) => one.name === name)
      if (!profile) throw new Error(`There is no profile ${name}`)
      return { profile, path: testFile(path) }
    })
    const own = planFolder(ownData).steps.filter(({ profile }) => ours.includes(profile.name))
    await runImport(db, [...steps, ...own], { derivations: [] })
  }, 180_000)

  const lagen = () =>
    readCsv(openImportFile(testFile('services/ozg-lagen-themenfelder.csv')), ['lage', 'themenfeld'])
  const slug = (name: string) =>
    name
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')

  test.each([undefined, '130745454012', '091620000000', '110000000000'])(
    'in %s each of the 55 Lagen and 14 Themenfelder of the OZG is reached, and nothing stands there twice',
    async (area) => {
      const { items } = await lifeSituationTree(db, { area, lang: 'de' })
      const reached = new Set(everyone(items).flatMap(({ id, aliases = [] }) => [id, ...aliases]))
      const themes = [...new Set(lagen().map(({ value }) => value['themenfeld'] ?? ''))]
      const wanted = [
        ...lagen().map(({ value }) => `ozg-lage-${slug(value['lage'] ?? '')}`),
        ...themes.map((theme) => `ozg-themenfeld-${slug(theme)}`),
      ]
      expect(wanted).toHaveLength(55 + 14)
      expect(wanted.filter((id) => !reached.has(id))).toEqual([])
      expect(items.length).toBeLessThanOrEqual(15)
      for (const { name, children } of [{ name: '', children: items }, ...items]) {
        const names = children.map((child) => child.name)
        expect(new Set(names).size, name).toBe(names.length)
      }
    },
  )

  test('a Lage is listed under its own id as under ours', async () => {
    expect(await situationsBelow(db, 'ozg-lage-geburt')).toEqual(await situationsBelow(db, 'geburt'))
    expect((await situationsBelow(db, 'ozg-themenfeld-familie-kind')).length).toBeGreaterThan(7)
  })
})
