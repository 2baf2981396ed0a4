import type { DirectoryResult, Person } from '@amtsweg/contract'
import { sampleCountyUnit, sampleUnit } from '@amtsweg/kit/testing.ts'

const office = { id: sampleUnit.id, name: sampleUnit.name }

/** An invented person who agreed to be named. */
export const sampleNamed: Person = {
  id: `p-${'1'.repeat(32)}`,
  name: 'Dr. Erika Muster',
  honorific: 'Dr.',
  givenName: 'Erika',
  familyName: 'Muster',
  functions: [{ name: 'Sachbearbeitung Wohngeld', lang: 'de', unit: office }],
  topics: ['Wohngeld', 'Mietzuschuss'],
  services: [],
  contacts: [
    { kind: 'phone', value: '03883 6107-12' },
    { kind: 'email', value: 'erika.muster@hagenow-land.example' },
  ],
  contactsOf: 'person',
  room: '12',
  away: { until: '2026-11-27' },
  substitute: {
    id: `p-${'2'.repeat(32)}`,
    function: 'Auskunft Wohngeld',
    covers: 'Anträge',
    contacts: [{ kind: 'phone', value: '03883 6107-0' }],
  },
  sources: ['model-region'],
  invented: true,
}

/** The same function of somebody whose name is not shown. */
export const sampleUnnamed: Person = {
  id: `p-${'2'.repeat(32)}`,
  functions: [{ name: 'Auskunft Wohngeld', lang: 'de', unit: office }],
  topics: ['Wohngeld'],
  services: [],
  contacts: [{ kind: 'phone', value: '03883 6107-0' }],
  contactsOf: 'unit',
  sources: ['model-region'],
  invented: true,
}

/** Two people, one of them named, and an office. */
export const sampleFound: DirectoryResult = {
  people: [sampleNamed, sampleUnnamed],
  morePeople: true,
  units: [sampleCountyUnit],
  moreUnits: false,
  offices: [sampleUnit],
}

export const sampleNobody: DirectoryResult = {
  ...{ people: [], morePeople: false, units: [], moreUnits: false, offices: [] },
}
