import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { classificationsOf } from './classifications.ts'
import { ozgCatalogueProfile } from './import-ozg-catalogue.ts'
import { findService } from './repository.ts'
import { sdgAreasOf } from './sdg-areas.ts'
import { importServices, service } from './testing.ts'

test('a service is in the catalogue of keys, with its name for machines and its page on the FIM portal', () => {
  expect(classificationsOf(['99102013002000'], [])).toEqual([
    {
      scheme: 'leika',
      code: '99102013002000',
      uri: 'urn:de:fim:leika:leistung:99102013002000',
      url: 'https://fimportal.de/detail/L/99102013002000',
    },
  ])
  expect(classificationsOf([], [])).toEqual([])
})

test('an area that several keys lie in is named once', () => {
  const areas = classificationsOf(['99036008007002', '99036008007001'], []).filter(
    ({ scheme }) => scheme === 'sdg',
  )
  expect(areas).toMatchObject([{ code: 'C', name: 'Vehicles in the Union' }])
})

test.each([
  ['99008001012000', 'A'],
  ['99023001012000', 'C'],
  ['99115005104000', 'D'],
  ['99022001017003', 'E'],
  ['99027006000000', 'G'],
  ['99050012104000', 'J'],
])('the regulation names %s in area %s', (key, code) => {
  expect(sdgAreasOf(key).map((area) => area.code)).toEqual([code])
})

test.each(['99102013002000', '99022001017002', '99010001001000'])('it does not name %s', (key) => {
  expect(sdgAreasOf(key)).toEqual([])
})

test('whoever describes a key learns the OZG-Leistung that the catalogue puts it in', async () => {
  const { db } = await openTestDatabase()
  const columns = 'leika_schluessel,leistung,leika_typ,ozg_id,ozg_leistung,lage,themenfeld,rechtsgrundlage'
  await importContent(db, {
    profile: ozgCatalogueProfile,
    content: `${columns}\n99102013002000,Hundesteuer Festsetzung,5,10376,Hundesteuer,Steuern,Steuern,\n`,
  })
  await importServices(db, [service('hund', { leistungsschluessel: '99102013002000' }), service('ohne')])
  const found = async (id: string) => (await findService(db, id, { lang: 'de' }))?.classifications
  expect(await found('hund')).toContainEqual({ scheme: 'ozg', code: '10376' })
  expect(await found('leika-99102013002000')).toContainEqual({ scheme: 'ozg', code: '10376' })
  expect(await found('ohne')).toEqual([])
})
