import { describe, expect, test } from 'vitest'
import { peopleCsv, readPeopleCsv } from './people-csv.ts'
import { mergedPerson } from './people-import.ts'

const units: Readonly<Record<string, string>> = { rathaus: 'rathaus', Archiv: 'archiv' }
const read = (text: string | Uint8Array) =>
  readPeopleCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    unitOf: (cell) => units[cell],
    today: '2026-11-30',
  })
const head = 'Kennung;Titel;Vorname;Nachname;Funktion;Stelle;Themen;Telefon;E-Mail;Zimmer;Einwilligung am'
const erika = '17;Dr.;Erika;Muster;Leitung;Archiv;Ahnen|Karten;03841 12;e.muster@stadt.example;4;1.11.2026'

const wanted = {
  honorific: 'Dr.',
  givenName: 'Erika',
  familyName: 'Muster',
  functions: [{ unitId: 'archiv', names: { de: 'Leitung' } }],
  topics: ['Ahnen', 'Karten'],
  services: [],
  contacts: [
    { kind: 'phone', value: '03841 12' },
    { kind: 'email', value: 'e.muster@stadt.example' },
  ],
  room: '4',
}

describe('a list of people', () => {
  test('is read by German headers', () => {
    expect(read(`${head}\n${erika}\n`)).toEqual({
      ...{ delimiter: ';', rejected: [], unknown: [], keys: new Set(['17']) },
      people: [{ line: 2, key: '17', person: wanted, naming: { basis: 'consent', since: '2026-11-01' } }],
    })
  })

  test('is read by English headers, in any order, in Windows-1252', () => {
    const text = 'Surname,Department,ROLE,e-mail,Shoe size\r\nMüßig,rathaus,Auskunft,m@stadt.example,44\r\n'
    const { people, unknown } = read(Buffer.from(text, 'latin1'))
    expect(people[0]).toMatchObject({ key: 'm@stadt.example', person: { familyName: 'Müßig' } })
    expect(unknown).toEqual(['Shoe size'])
  })

  test('takes no cell for a formula', () => {
    const { people } = read(`${head}\n1;;=1+1;'=cmd;+x;rathaus;@a;;;-1;\n`)
    expect(people[0]?.person).toMatchObject({ givenName: '=1+1', familyName: '=cmd', room: '-1' })
  })

  test.each([
    ['no name', '1;;;;Leitung;Archiv;;;;;', /^Nachname: /, 'field-missing', 'Nachname'],
    ['no function', '1;;;Muster;;Archiv;;;;;', /^Funktion: /, 'field-missing', 'Funktion'],
    ['an endless title', `1;${'x'.repeat(61)};;Muster;A;Archiv;;;;;`, /^Titel: /, 'field-invalid', 'Titel'],
    ['an office nobody knows', '1;;;Muster;Leitung;Mond;;;;;', /no office "Mond"/, 'unit-unknown', 'Stelle'],
    ['no office', '1;;;Muster;Leitung;;;;;;', /no office ""/, 'field-missing', 'Stelle'],
    ['no key', ';;;Muster;Leitung;Archiv;;;;;', /Neither a key/, 'field-missing', 'Kennung'],
    [
      'a number that is none',
      '1;;;Muster;Leitung;Archiv;;javascript:x;;;',
      /phone cannot be used/,
      'field-invalid',
      'Telefon',
    ],
    [
      'a day that is none',
      '1;;;Muster;Leitung;Archiv;;;;;31.2.2026',
      /no day/,
      'field-invalid',
      'Einwilligung am',
    ],
    [
      'a consent from tomorrow',
      '1;;;Muster;Leitung;Archiv;;;;;2026-12-01',
      /future/,
      'field-invalid',
      'Einwilligung am',
    ],
    ['cells beyond the header', '1;;;Muster;Leitung;Archiv;;;;;;x', /more cells/, 'unreadable', undefined],
    ['the key of another line', '17;;;Muster;Leitung;Archiv;;;;;', /key of line 2/, 'duplicate', 'Kennung'],
  ])('leaves out a row with %s and says why', (_name, row, reason, code, field) => {
    const { people, rejected } = read(`${head}\n${erika}\n${row}\n`)
    expect(people).toHaveLength(1)
    expect(rejected).toEqual([
      { line: 3, reason: expect.stringMatching(reason) as string, code, ...(field ? { field } : {}) },
    ])
  })

  test('tells which columns are missing', () => {
    expect(read('Nachname;Telefon\nMuster;1\n').rejected).toMatchObject([
      { line: 1, reason: 'The columns Funktion, Stelle are missing' },
    ])
  })

  test('comes back from an export as it was', () => {
    const { people } = read(`${head}\n${erika}\n1;;=1+1;Muster;Leitung;rathaus;;;;;\n`)
    const exported = peopleCsv(people.map((one) => ({ key: one.key, person: mergedPerson(one) })))
    expect(exported).toContain(`'=1+1`)
    const again = readPeopleCsv(new TextEncoder().encode(exported), { unitOf: (id) => id, today: '2026-11-30' })
    expect(again.people).toEqual(people)
  }) // prettier-ignore
})

describe('what a sync may write', () => {
  const given = { person: { familyName: 'Neu', functions: wanted.functions as never, room: '9' } }
  const present = mergedPerson({ person: wanted as never })

  test('is not what was edited at the desk', () => {
    const merged = mergedPerson(given, { person: present, deskFields: 'familyName contacts' })
    expect(merged).toMatchObject({ familyName: 'Muster', contacts: wanted.contacts, room: '9', topics: [] })
  })

  test('is neither consent, absence, substitute nor services', () => {
    const desk = {
      naming: { basis: 'office', since: '2026-01-01' },
      absence: { from: '2026-01-01', until: '2026-01-02' },
      substitute: { id: `p-${'0'.repeat(32)}` },
      services: ['a'],
    } as const
    const before = { ...present, ...desk, services: [...desk.services] }
    const given = { person: { ...wanted, familyName: 'Neu' } as never }
    const naming = { basis: 'consent', since: '2026-11-01' } as const
    expect(mergedPerson({ ...given, naming }, { person: before, deskFields: '' })).toMatchObject(desk)
    expect(mergedPerson({ ...given, naming }, { person: present, deskFields: '' })).not.toHaveProperty(
      'naming',
    )
    expect(mergedPerson({ ...given, naming })).toMatchObject({ naming })
  })

  test.each([
    ['the next row of a numbered list', { givenName: 'Hans', familyName: 'Beispiel' }, false],
    ['a relative', { givenName: 'Hans' }, false],
    ['somebody of whom only the family name is known', { givenName: undefined, familyName: 'Neu' }, false],
    ['the same person after a marriage', { familyName: 'Neu' }, true],
    ['the same person with a second given name', { givenName: 'Erika Maria' }, true],
    ['the same person without the given name', { givenName: undefined }, true],
  ])('is no consent of somebody else: where a key means %s', (_name, more, stays) => {
    const naming = { basis: 'consent', since: '2026-11-01' } as const
    const absence = { from: '2026-01-01', until: '2026-01-02' }
    const { givenName, ...person } = { ...wanted, ...more }
    const given = { person: { ...person, ...(givenName ? { givenName } : {}) } as never, naming }
    const merged = mergedPerson(given, { person: { ...present, naming, absence }, deskFields: '' })
    expect([merged.naming, merged.absence]).toEqual(stays ? [naming, absence] : [undefined, undefined])
  })
})
