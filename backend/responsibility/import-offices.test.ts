import { expect, it } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { type ImportProfile, runImport } from '../import/index.ts'
import { describeRegisters, testFile } from '../import/testing.ts'
import { profiles } from '../profiles.ts'
import { berlinResponsibilitiesProfile, munichResponsibilitiesProfile } from './import-offices.ts'
import { openWith } from './testing.ts'

const munich = (services: readonly object[]) =>
  JSON.stringify({ data: services.map((service) => ({ name: 'Gewerbe-Anmeldung', ...service })) })
const offices = [{ id: 'muenchen-unit-10546' }, { id: 'muenchen-unit-10547' }]

it('makes every location of a service responsible for it in the city', async () => {
  const { db, importText } = await openWith(offices)
  const file = munich([{ id: '1063423', locations: [{ location: '10546' }, { location: 10547 }] }])
  expect(await importText(munichResponsibilitiesProfile, file)).toMatchObject({ read: 1, written: 2 })
  expect(await importText(munichResponsibilitiesProfile, file)).toMatchObject({ written: 0, deleted: 0 })
  expect(await db.selectFrom('responsibility').selectAll().execute()).toMatchObject(
    offices.map(({ id }) => ({
      service_key: 'muenchen-1063423',
      region_key: '09162',
      role: 'responsible',
      unit_id: id,
    })),
  )
})

it('leaves out an office that has closed, and refuses a file whose offices are all unknown', async () => {
  const { importText } = await openWith(offices)
  const report = await importText(
    munichResponsibilitiesProfile,
    munich([{ id: '1', locations: [{ location: '10546' }, { location: '9' }] }]),
  )
  expect(report).toMatchObject({
    written: 1,
    rejected: [{ line: 1, expected: true, reason: /muenchen-unit-9/ }],
  })
  const unknown = munich([{ id: '1', locations: [{ location: '9' }] }])
  await expect(importText(munichResponsibilitiesProfile, unknown)).rejects.toThrow(/import the units first/)
})

const profileNamed = (name: string): ImportProfile => {
  const profile = profiles.find((one) => one.name === name)
  if (!profile) throw new Error(`There is no profile ${name}`)
  return profile
}

describeRegisters('service directories of two cities', () => {
  it.each([
    [
      munichResponsibilitiesProfile,
      'munich-units',
      'services/muenchen-locations_de-2026-06-08.json.gz',
      'services/muenchen-services_de-2026-06-08.json.gz',
      526,
      0,
    ],
    [
      berlinResponsibilitiesProfile,
      'berlin-units',
      'services/berlin-standorte-2024.ndjson.gz',
      'services/berlin-dienstleistungen-2024.ndjson.gz',
      6316,
      62,
    ],
  ])(
    '$name',
    async (profile, unitsProfile, units, services, relations, closed) => {
      const { db } = await openTestDatabase()
      const steps = [
        { profile: profileNamed(unitsProfile), path: testFile(units) },
        { profile, path: testFile(services) },
      ]
      const [, report] = await runImport(db, steps, { derivations: [] })
      const left = report?.rejected.filter(({ reason }) => reason.startsWith('No unit')) ?? []
      const missing = new Set(left.map(({ reason }) => reason))
      expect((report?.written ?? 0) + (report?.rejected.length ?? 0)).toBe(relations)
      expect(missing.size).toBe(closed)
      const [, again] = await runImport(db, steps, { derivations: [] })
      expect(again).toMatchObject({ written: 0, deleted: 0 })
    },
    60_000,
  )
})
