import { expect, test } from 'vitest'
import type { UnitRecord } from './unit-record.ts'
import { identifierRows, unitRow } from './unit-rows.ts'

const record: UnitRecord = {
  line: 3,
  id: 'amt',
  name: ' Amt ',
  tier: 'municipal',
  general: true,
  content: { addresses: [], contacts: [], invented: false },
  identifiers: [
    { schemeAgencyId: 'a', schemeId: 's', value: '1' },
    { schemeAgencyId: 'a', schemeId: 's', value: '1' },
    { schemeAgencyId: 'as', schemeId: '', value: '1' },
  ],
}

test('a unit is stored with its name trimmed and null for what is not said', () => {
  expect(unitRow(record, { sourceId: 'stadt', batch: 'units' })).toEqual({
    ...{ id: 'amt', name: 'Amt', tier: 'municipal', general: 1, batch: 'units', source_id: 'stadt' },
    ...{ region_key: null, parent_id: null, lat: null, lon: null, updated_at: null },
    content: '{"addresses":[],"contacts":[],"invented":false}',
  })
})

test('an identifier is stored once, and not taken for another whose parts read alike', () => {
  expect(identifierRows(record)).toEqual([
    { unit_id: 'amt', scheme_agency_id: 'a', scheme_id: 's', value: '1' },
    { unit_id: 'amt', scheme_agency_id: 'as', scheme_id: '', value: '1' },
  ])
})
