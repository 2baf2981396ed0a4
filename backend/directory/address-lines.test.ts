import { expect, test } from 'vitest'
import { addressOf } from './address-lines.ts'
import { bodyName } from './body-name.ts'
import { isUsable } from './contacts.ts'

test.each([
  [
    'Markt 1',
    '19258 Boizenburg/Elbe',
    { street: 'Markt', houseNumber: '1', postcode: '19258', city: 'Boizenburg/Elbe' },
  ],
  [
    'Am Packhof 2-6',
    '19053 Schwerin',
    { street: 'Am Packhof', houseNumber: '2-6', postcode: '19053', city: 'Schwerin' },
  ],
  [
    'Warener Chaussee 55a',
    '17217 Penzlin',
    { street: 'Warener Chaussee', houseNumber: '55a', postcode: '17217', city: 'Penzlin' },
  ],
  [
    'Möllendorffstr. 6 - 8',
    '10367  Berlin',
    { street: 'Möllendorffstr.', houseNumber: '6-8', postcode: '10367', city: 'Berlin' },
  ],
  [
    'Straße des 17. Juni 135',
    '10623 Berlin',
    { street: 'Straße des 17. Juni', houseNumber: '135', postcode: '10623', city: 'Berlin' },
  ],
  ['Rathaus', '23539 Lübeck', { street: 'Rathaus', postcode: '23539', city: 'Lübeck' }],
  [
    'John-F.-Kennedy-Platz -',
    '10825 Berlin',
    { street: 'John-F.-Kennedy-Platz', postcode: '10825', city: 'Berlin' },
  ],
  [
    'Prenzlauer Straße 2',
    '17258 Feldberger Seenlandschaft, OT Feldberg',
    {
      addition: 'OT Feldberg',
      street: 'Prenzlauer Straße',
      houseNumber: '2',
      postcode: '17258',
      city: 'Feldberger Seenlandschaft',
    },
  ],
  [
    'Arminiusstraße 2',
    '10551 Berlin (Zugang über Bremer Str. 9)',
    {
      addition: 'Zugang über Bremer Str. 9',
      street: 'Arminiusstraße',
      houseNumber: '2',
      postcode: '10551',
      city: 'Berlin',
    },
  ],
])('%s, %s', (street, city, expected) => {
  expect(addressOf(street, city)).toEqual([{ kind: 'visitor', ...expected }])
})

test('an old address carries its date, and no words are no address', () => {
  expect(addressOf('Markt 1', '19053 Schwerin', '2011-12-31')[0]?.asOf).toBe('2011-12-31')
  expect(addressOf(' ', '')).toEqual([])
})

test.each([
  ['Rostock, Hanse- und Universitätsstadt', 'Hanse- und Universitätsstadt Rostock'],
  ['Kühlungsborn, Ostseebad, Stadt', 'Stadt Ostseebad Kühlungsborn'],
  ['Ueckermünde, Seebad , Stadt', 'Stadt Seebad Ueckermünde'],
  ['Binz, Ostseebad', 'Gemeinde Ostseebad Binz'],
  ['Sanitz', 'Gemeinde Sanitz'],
])('%s is called %s', (registered, name) => {
  expect(bodyName(registered, 'gemeinde')).toBe(name)
})

test('a body that says what it is keeps its name', () => {
  expect(bodyName('Verbandsgemeindeverwaltung Adenau')).toBe('Verbandsgemeindeverwaltung Adenau')
})

test.each([
  ['phone', '+49 385 000-140', true],
  ['phone', '(030) 9018 45123(-126)', true],
  ['phone', '115', true],
  ['phone', '(030)', false],
  ['phone', '-------', false],
  ['fax', 'kein Fax', false],
  ['email', 'amt@example.de', true],
  ['email', 'a@b.de und c@d.de', false],
  ['email', 'https://www.example.de/kontakt', false],
  ['website', 'https://www.example.de/', true],
  ['website', 'javascript:alert(1)', false],
  ['appointment', 'tel:115', false],
  ['contactForm', 'http://example.de/formular', true],
] as const)('%s %s: %s', (kind, value, expected) => {
  expect(isUsable({ kind, value })).toBe(expected)
})
