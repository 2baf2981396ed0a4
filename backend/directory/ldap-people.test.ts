import { expect, test } from 'vitest'
import { peopleOfEntries } from './ldap-people.ts'

const attributes = {
  ...{ key: 'entryUUID', familyName: 'sn', givenName: 'givenName', function: 'title', unit: 'ou' },
  ...{ phone: 'telephoneNumber', email: 'mail', topics: 'businessCategory', changed: 'modifyTimestamp' },
}
const erika = {
  ...{ entryuuid: ['u1'], sn: ['Muster'], givenname: ['Erika', 'Rika'], title: ['Leitung'], ou: ['10'] },
  ...{ telephonenumber: ['03841 12'], mail: ['kein'], businesscategory: ['Ahnen', 'Karten'] },
  modifytimestamp: ['20261130120000Z'],
}
const read = (...entries: Parameters<typeof peopleOfEntries>[0]) =>
  peopleOfEntries(entries, attributes, (value) => (value === '10' ? 'archiv' : undefined))

test('an entry tells who works where, for what, and how they are reached', () => {
  expect(read(erika)).toEqual({
    readUntil: '20261130120000Z',
    keys: new Set(['u1']),
    rejected: [],
    people: [
      {
        ...{ line: 1, key: 'u1' },
        person: {
          ...{ givenName: 'Erika', familyName: 'Muster', topics: ['Ahnen', 'Karten'], services: [] },
          functions: [{ unitId: 'archiv', names: { de: 'Leitung' } }],
          contacts: [{ kind: 'phone', value: '03841 12' }],
        },
      },
    ],
  })
})

test.each([
  ['no key', { ...erika, entryuuid: [] }, 'entryUUID is missing'],
  ['no name', { ...erika, sn: [] }, 'sn cannot be used'],
  ['no function', { ...erika, title: [''] }, 'title cannot be used'],
  ['an office nobody mapped', { ...erika, ou: ['11'] }, 'No office fits ou "11"'],
])('an entry with %s is left out, and its name is not told', (_name, entry, reason) => {
  expect(read(entry).rejected).toEqual([{ line: 1, reason }])
  expect(JSON.stringify(read(entry).rejected)).not.toContain('Muster')
})

test('of two entries with one key the first counts', () => {
  expect(read(erika, erika).rejected).toEqual([{ line: 2, reason: 'entryUUID stands there twice' }])
})
