import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { berlinUnitId, berlinUnitsProfile } from './import-berlin-units.ts'
import { munichUnitId, munichUnitsProfile } from './import-munich-units.ts'
import { findUnit } from './repository.ts'

/** A Tuesday. */
const view = { lang: 'de', now: new Date('2026-11-24T08:30:00Z') }
const berlinOffice = {
  id: '122210',
  name: 'Bürgeramt Halemweg',
  adresse: 'Halemweg 18,13627 Berlin, Haus B',
  telefon: '(030) 9029-25222 (030) 9029-25223',
  fax: '-',
  email: 'https://www.berlin.de/kontakt/',
  homepage: 'https://www.berlin.de/halemweg/',
  koordinaten: ['52.53771000', '13.28698000'],
  oeffnungszeiten_2020: { Dienstag: '14.00-18.00 (nur mit Termin)', Freitag: '9.00-13.00' },
  barrierefrei: [
    'zugang_bedingt_rollstuhlgeeignet',
    'wc_rollstuhlgerecht',
    'aufzug_bedingt_rollstuhlgeeignet',
  ],
  zahlung: 'Zahlungsmöglichkeiten Am Standort kann bar bezahlt werden.',
}
const ndjson = (...records: readonly object[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('')

async function berlin(...records: readonly object[]) {
  const { db } = await openTestDatabase()
  const report = await importContent(db, { profile: berlinUnitsProfile, content: ndjson(...records) })
  return { report, unit: await findUnit(db, berlinUnitId('122210'), view) }
}

test('an office in Berlin keeps its hours of 2020, and a form in the mail field becomes a form', async () => {
  const { unit } = await berlin(berlinOffice)
  expect(unit).toMatchObject({
    name: 'Bürgeramt Halemweg',
    description: 'Am Standort kann bar bezahlt werden.',
    addresses: [
      { street: 'Halemweg', houseNumber: '18', postcode: '13627', city: 'Berlin', addition: 'Haus B' },
    ],
    position: { lat: 52.53771, lon: 13.28698 },
    contacts: [
      { kind: 'phone', value: '(030) 9029-25222' },
      { kind: 'phone', value: '(030) 9029-25223' },
      { kind: 'contactForm', value: 'https://www.berlin.de/kontakt/' },
      { kind: 'website', value: 'https://www.berlin.de/halemweg/' },
    ],
    openState: { state: 'closed', opensAt: '2026-11-27T08:00:00Z' },
    accessibility: {
      stepFree: 'partly',
      toilet: 'yes',
      lift: 'unknown',
      parking: 'unknown',
      note: 'Aufzug bedingt rollstuhlgeeignet',
    },
  })
  expect(unit?.hours?.note).toBe('Stand 2020')
})

test('an office of which little is known has little', async () => {
  const { unit } = await berlin({ id: '122210', name: 'Amt', email: 'a@b.berlin.de und c@d.berlin.de' })
  expect(unit).toMatchObject({ addresses: [], openState: { state: 'unknown' } })
  expect(unit?.contacts.map(({ value }) => value)).toEqual(['a@b.berlin.de', 'c@d.berlin.de'])
  expect(unit).not.toHaveProperty('accessibility')
  expect(unit).not.toHaveProperty('position')
})

test('one damaged line is left out, a last line cut off is no file', async () => {
  const { db } = await openTestDatabase()
  const lines = ndjson(berlinOffice, { id: 'x', name: 'no number' })
  const whole = await importContent(db, { profile: berlinUnitsProfile, content: `{"id":\n${lines}` })
  expect(whole.rejected).toMatchObject([{ line: 1, reason: 'The line is not JSON' }, { line: 3 }])
  const cut = importContent(db, { profile: berlinUnitsProfile, content: lines.slice(0, -10) })
  await expect(cut).rejects.toThrow(ImportError)
})

const location = {
  id: '10546',
  name: 'Gewerbeamt (KVR-III/21)',
  displayName: 'Gewerbeamt',
  organizationUnit: 'Kreisverwaltungsreferat',
  meta: { lastupdate: '2026-06-08T07:41:01' },
  address: { house_number: '11', city: 'München', postal_code: '81371', street: 'Implerstraße' },
  geo: { lat: '48.1228', lon: '11.5488' },
  contact: { email: 'gewerbe@muenchen.de', fax: '', phone: '089 233-45141', webinfo: '' },
}

test('a location in Munich becomes a unit of the city, without hours', async () => {
  const { db } = await openTestDatabase()
  const content = JSON.stringify({ data: [location] })
  await importContent(db, { profile: munichUnitsProfile, content })
  expect(await findUnit(db, munichUnitId('10546'), view)).toMatchObject({
    name: 'Gewerbeamt',
    description: 'Kreisverwaltungsreferat',
    regionKey: '09162',
    addresses: [{ street: 'Implerstraße', houseNumber: '11', postcode: '81371', city: 'München' }],
    position: { lat: 48.1228, lon: 11.5488 },
    contacts: [
      { kind: 'phone', value: '089 233-45141' },
      { kind: 'email', value: 'gewerbe@muenchen.de' },
    ],
    openState: { state: 'unknown' },
  })
})

test('what is no directory of Munich is no file', async () => {
  const { db } = await openTestDatabase()
  for (const content of ['[]', 'null', '{"data":[]}', '{"data":[{'])
    await expect(importContent(db, { profile: munichUnitsProfile, content })).rejects.toThrow(ImportError)
})
