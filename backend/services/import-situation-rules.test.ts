import { describe, expect, test } from 'vitest'
import type { LifeSituation } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { ozgCatalogueProfile } from './import-ozg-catalogue.ts'
import { situationMappingsProfile, situationSettingsProfile } from './import-situation-rules.ts'
import { lifeSituationTree, situationsBelow } from './repository-life-situations.ts'
import { listServices } from './repository-list.ts'
import { importLifeSituations, importServices, service } from './testing.ts'

const amt = '130745454'
const gemeinde = '130745454012'
const ozgColumns = 'leika_schluessel,leistung,leika_typ,ozg_id,ozg_leistung,lage,themenfeld,rechtsgrundlage\n'
const columns = 'kind,ozg,relation,life_situation,name_de,name_en\n'

const settings = (db: Db, content: unknown, source = 'town') =>
  importContent(db, {
    profile: situationSettingsProfile,
    content: JSON.stringify(content),
    name: 'settings.json',
    source: { id: source },
  })
const mappings = (db: Db, rows: string) =>
  importContent(db, { profile: situationMappingsProfile, content: columns + rows, name: 'ozg.csv' })

async function catalogues() {
  const { db } = await openTestDatabase()
  await importLifeSituations(db, [
    {
      id: 'familie',
      names: { de: 'Familie', en: 'Family' },
      children: [{ id: 'geburt', names: { de: 'Geburt' } }],
    },
    { id: 'wohnen', names: { de: 'Wohnen' } },
  ])
  await importServices(db, [
    service('anzeige', { lifeSituations: ['geburt'] }),
    service('umzug', { lifeSituations: ['wohnen'] }),
  ])
  await importContent(db, {
    profile: ozgCatalogueProfile,
    content: `${ozgColumns}99027006000000,Geburtsanzeige,2,1,,Geburt,Familie & Kind,\n,Scheidung,2,2,,Scheidung,Familie & Kind,\n`,
    name: 'ozg.csv',
  })
  return db
}
const both =
  'themenfeld,Familie & Kind,same,familie,,\nlage,Geburt,same,geburt,,\nlage,Scheidung,below,wohnen,Auseinandergehen,Parting\n'

const outline = (items: readonly LifeSituation[]): string[] =>
  items.flatMap((one) => [`${one.name} ${one.services}`, ...outline(one.children).map((line) => `- ${line}`)])
const tree = async (db: Db, area?: string, lang = 'de') => (await lifeSituationTree(db, { area, lang })).items

describe('our life situations and those of the OZG', () => {
  test('stand twice until somebody says what is the same', async () => {
    expect(outline(await tree(await catalogues()))).toEqual([
      'Familie 1',
      '- Geburt 1',
      'Wohnen 1',
      'Familie & Kind 2',
      '- Geburt 1',
      '- Scheidung 1',
    ])
  })

  test('become one tree that knows the other’s ids', async () => {
    const db = await catalogues()
    expect(await mappings(db, both)).toMatchObject({ read: 3, written: 3, rejected: [] })
    const items = await tree(db)
    expect(outline(items)).toEqual(['Familie 2', '- Geburt 2', 'Wohnen 2', '- Auseinandergehen 1'])
    expect(items[0]?.aliases).toEqual(['ozg-themenfeld-familie-kind'])
    expect(items[0]?.children[0]?.aliases).toEqual(['ozg-lage-geburt'])
    expect(outline(await tree(db, undefined, 'en')).at(-1)).toBe('- Parting 1')
  })

  test.each([
    ['familie', ['anzeige', 'leika-99027006000000']],
    ['geburt', ['anzeige', 'leika-99027006000000']],
    ['ozg-lage-geburt', ['anzeige', 'leika-99027006000000']],
    ['ozg-themenfeld-familie-kind', ['anzeige', 'leika-99027006000000']],
    ['wohnen', ['umzug']],
    ['ozg-lage-scheidung', []],
    ['nowhere', []],
  ])('list under %s what stands in both', async (lifeSituation, expected) => {
    const db = await catalogues()
    await mappings(db, both)
    const page = await listServices(db, { lang: 'de', limit: 100, lifeSituation })
    const ids = page?.items.map(({ id }) => id) ?? []
    expect(ids.filter((id) => !id.startsWith('ozg-')).sort()).toEqual(expected)
    if (lifeSituation === 'ozg-lage-scheidung') expect(ids).toHaveLength(1)
  })

  test('are merged only where ours is there', async () => {
    const db = await catalogues()
    await mappings(db, both)
    await db.deleteFrom('life_situation').where('id', '=', 'geburt').execute()
    expect(await situationsBelow(db, 'ozg-lage-geburt')).toEqual(['ozg-lage-geburt'])
  })

  test.each([
    ['stadt,Geburt,same,geburt,,\n', 'The kind is lage or themenfeld'],
    ['lage,Geburt,equal,geburt,,\n', 'The relation is same or below'],
    ['lage,Geburt,same,nowhere,,\n', 'There is no life situation nowhere'],
  ])('%s is rejected with a sentence', async (row, reason) => {
    expect((await mappings(await catalogues(), row)).rejected).toMatchObject([{ reason }])
  })
})

describe('an authority arranges life situations in its area', () => {
  test('by order, hiding and names; elsewhere nothing changes', async () => {
    const db = await catalogues()
    await mappings(db, both)
    const file = [
      { area: amt, order: ['wohnen'], hide: ['ozg-lage-geburt'], rename: { wohnen: { de: 'Zuhause' } } },
    ]
    expect(await settings(db, file)).toMatchObject({ written: 2, rejected: [] })
    expect(outline(await tree(db, gemeinde))).toEqual(['Zuhause 2', '- Auseinandergehen 1'])
    expect(outline(await tree(db, '13074'))[0]).toBe('Familie 2')
    expect(outline(await tree(db))[0]).toBe('Familie 2')
  })

  test('a Gemeinde shows what its Land hides', async () => {
    const db = await catalogues()
    await settings(db, [{ area: '13', hide: ['wohnen'] }], 'land')
    await settings(db, [{ area: gemeinde, show: ['wohnen'] }])
    expect(outline(await tree(db, amt))).not.toContain('Wohnen 1')
    expect(outline(await tree(db, gemeinde))).toContain('Wohnen 1')
  })

  test('a second file changes and takes back', async () => {
    const db = await catalogues()
    await settings(db, [{ area: amt, hide: ['wohnen', 'familie'] }])
    expect(await settings(db, [{ area: amt, order: ['wohnen'] }])).toMatchObject({ written: 1, deleted: 1 })
    expect(outline(await tree(db, amt))[0]).toBe('Wohnen 1')
  })

  test.each([
    [{ area: amt, hide: ['nowhere'] }, 'There is no life situation nowhere'],
    [{ area: amt, hide: ['wohnen'], show: ['wohnen'] }, 'wohnen cannot be hidden and shown'],
    [{ area: amt, order: ['wohnen', 'wohnen'] }, 'wohnen stands in the order twice'],
    [{ area: 'Wismar' }, /A region key has/],
    [{ area: amt, rename: { wohnen: { de: ' ' } } }, /rename/],
  ])('%o is rejected with a sentence', async (record, reason) => {
    const { rejected } = await settings(await catalogues(), [record])
    expect(rejected).toHaveLength(1)
    expect(rejected[0]?.reason).toMatch(reason)
  })
})
