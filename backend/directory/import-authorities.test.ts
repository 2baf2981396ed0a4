import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { authorityAddressesProfile } from './import-authority-addresses.ts'
import { mvBodiesProfile } from './import-mv-bodies.ts'
import { findUnit, generalUnitOf } from './repository.ts'

const view = { lang: 'de', now: new Date('2026-11-23T08:30:00Z') }
const bodies = `verband_ars9,kreis_ags,kreis,verband,verbandstyp,sitz,strasse_2011,plz_ort_2011
130030000,13003,Rostock,"Rostock, Hanse- und Universitätsstadt",50,Rostock,Neuer Markt 1,18055 Rostock
130760060,13076,Ludwigslust-Parchim,"Hagenow, Stadt",50,Hagenow,Lange Straße 28-32,19230 Hagenow
130765658,13076,Ludwigslust-Parchim,Amt Hagenow-Land,51,Hagenow,Bahnhofstraße 25,19230 Hagenow
`
const addresses = `ags,behoerde,strasse,plz_ort,stand
13076060,Stadt Hagenow,Lange Straße 28-32,19230 Hagenow,31.12.2011
13072016,Amt Gnoien,Teterower Straße 11a,17179 Gnoien,31.12.2011
`

async function withBodies() {
  const { db } = await openPlaces()
  const report = await importContent(db, { profile: mvBodiesProfile, content: bodies })
  return { db, report }
}

test('each body becomes the general unit of its Verband, each Landkreis one of its own', async () => {
  const { db, report } = await withBodies()
  expect(report).toMatchObject({ read: 3, written: 4, rejected: [] })
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name', 'tier', 'parent_id'])
    .orderBy('id')
    .execute()
  expect(units).toEqual([
    {
      id: 'body-130030000',
      name: 'Hanse- und Universitätsstadt Rostock',
      tier: 'municipal',
      parent_id: null,
    },
    { id: 'body-130760060', name: 'Stadt Hagenow', tier: 'municipal', parent_id: 'kreis-13076' },
    { id: 'body-130765658', name: 'Amt Hagenow-Land', tier: 'municipal', parent_id: 'kreis-13076' },
    { id: 'kreis-13076', name: 'Landkreis Ludwigslust-Parchim', tier: 'county', parent_id: null },
  ])
})

test('an old address carries its date; a Landkreis has none, but its seat', async () => {
  const { db } = await withBodies()
  const amt = await findUnit(db, 'body-130765658', view)
  const kreis = await findUnit(db, 'kreis-13076', view)
  expect(amt?.addresses).toMatchObject([{ street: 'Bahnhofstraße', houseNumber: '25', asOf: '2011-12-31' }])
  expect(kreis).toMatchObject({ addresses: [], description: 'Sitz in Sitz' })
})

test('a key of another Land is left out', async () => {
  const { db } = await openTestDatabase()
  const content = `${bodies}010010000,01001,Flensburg,Flensburg,50,Flensburg,Rathausplatz 1,24937 Flensburg\n`
  const { rejected } = await importContent(db, { profile: mvBodiesProfile, content })
  expect(rejected).toMatchObject([{ line: 5, reason: 'This is no Verband of MV', record: 'Flensburg' }])
})

test('the addresses of all Germany stop at MV where its bodies are known', async () => {
  const { db } = await withBodies()
  const report = await importContent(db, { profile: authorityAddressesProfile, content: addresses })
  expect(report).toMatchObject({ read: 2, written: 0, rejected: [] })
})

test('without bodies each Gemeinde that still exists has its own general unit', async () => {
  const { db } = await openPlaces()
  const { rejected } = await importContent(db, { profile: authorityAddressesProfile, content: addresses })
  expect(await generalUnitOf(db, ['130760060060'], view)).toMatchObject({
    id: 'municipality-13076060',
    name: 'Stadt Hagenow',
    regionKey: '130760060060',
    addresses: [{ street: 'Lange Straße', houseNumber: '28-32', asOf: '2011-12-31' }],
  })
  expect(rejected).toMatchObject([{ line: 3, reason: 'There is no Gemeinde with the AGS 13072016 today' }])
})

test.each([
  ['a column is missing', 'ags,behoerde\n13076060,Hagenow\n'],
  ['a row is cut off', addresses.slice(0, 90)],
])('%s: nothing changes', async (_name, content) => {
  const { db } = await openPlaces()
  await expect(importContent(db, { profile: authorityAddressesProfile, content })).rejects.toThrow(
    ImportError,
  )
  expect(await db.selectFrom('unit').select('id').execute()).toEqual([])
})
