import fc from 'fast-check'
import { parse } from 'vcard4'
import { describe, expect, test } from 'vitest'
import type { Person, Unit } from '@amtsweg/contract'
import { dialable, personCard, vCard } from './vcard.ts'

const unit: Unit = {
  id: 'meldeamt',
  name: 'Amt Hagenow-Land, Einwohnermeldeamt',
  tier: 'municipal',
  parent: { id: 'amt', name: 'Amt Hagenow-Land' },
  addresses: [
    { kind: 'visitor', addition: 'Zimmer 12', street: 'Bahnhofstraße', houseNumber: '25', postcode: '19230', city: 'Hagenow' },
  ],
  position: { lat: 53.4303, lon: 11.1896 },
  contacts: [
    { kind: 'phone', value: '03883 6107-0' },
    { kind: 'fax', value: '03883 6107-99' },
    { kind: 'email', value: 'meldeamt@hagenow-land.example' },
    { kind: 'website', value: 'https://hagenow-land.example/' },
  ],
  openState: { state: 'unknown' },
  holidays: [],
  lang: 'de',
  sources: ['test'],
  invented: true,
} // prettier-ignore

const person: Person = {
  id: `p-${'0'.repeat(32)}`,
  name: 'Dr. Erika Muster',
  honorific: 'Dr.',
  givenName: 'Erika',
  familyName: 'Muster',
  functions: [{ name: 'Sachbearbeitung Wohngeld', lang: 'de', unit: { id: 'meldeamt', name: unit.name } }],
  topics: ['Wohngeld'],
  services: [],
  contacts: [{ kind: 'phone', value: '03883 6107-12' }],
  contactsOf: 'person',
  sources: ['test'],
  invented: true,
}

/** What another program reads in a card. */
function read(card: string): Readonly<Record<string, unknown>> {
  const { parsedVcard } = parse(card) as unknown as {
    readonly parsedVcard: readonly { readonly property: string; readonly value: unknown }[]
  }
  return Object.fromEntries(parsedVcard.map(({ property, value }) => [property, value]))
}

/** As it can stand in a value: breaks are one sign, other control characters none; the parser trims, and so do we. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .map((one) => `a${one.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[^\P{Cc}\n]/gu, '')}z`)

describe('a number to dial', () => {
  test.each([
    ['03871 71-0', '+493871710'],
    ['+49 (0)385 588-0', '+493855880'],
    ['0049 385 5880', '+493855880'],
    ['115', '115'],
  ])('%s is %s', (written, dialled) => expect(dialable(written)).toBe(dialled))
})

describe('the card of an office', () => {
  test('is read by another program as it was meant', () => {
    expect(read(vCard(unit))).toEqual({
      KIND: 'org',
      FN: 'Amt Hagenow-Land, Einwohnermeldeamt',
      ORG: ['Amt Hagenow-Land', 'Amt Hagenow-Land, Einwohnermeldeamt'],
      ADR: {
        postOfficeBox: '',
        extendedAddress: 'Zimmer 12',
        streetAddress: 'Bahnhofstraße 25',
        locality: 'Hagenow',
        region: '',
        postalCode: '19230',
        countryName: 'Deutschland',
      },
      TEL: 'tel:+493883610799',
      EMAIL: 'meldeamt@hagenow-land.example',
      URL: 'https://hagenow-land.example/',
      GEO: 'geo:53.4303,11.1896',
    })
  })

  test('gives back whatever an office is called, and where it is', () => {
    fc.assert(
      fc.property(text, text, (name, city) => {
        const card = read(vCard({ ...unit, name, addresses: [{ kind: 'visitor', city }] }))
        expect([card['FN'], (card['ADR'] as { locality: string }).locality]).toEqual([name, city])
      }),
    )
  })

  test('has no line longer than 75 octets and splits no character', () => {
    fc.assert(
      fc.property(text, (name) => {
        const card = vCard({ ...unit, name })
        for (const line of card.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(card.isWellFormed()).toBe(true)
      }),
    )
  })

  test('lets nobody add a line', () => {
    const value = 'https://a.example/\r\nNOTE:x'
    const card = vCard({ ...unit, name: 'a\rNOTE:x', contacts: [{ kind: 'website', value }] })
    expect(card).not.toMatch(/^NOTE/m)
  })
})

describe('the card of a person', () => {
  test('holds name, function, office and number', () => {
    expect(read(personCard(person))).toEqual({
      KIND: 'individual',
      FN: 'Dr. Erika Muster',
      N: { familyNames: 'Muster', givenNames: 'Erika', additionalNames: '', honorificPrefixes: 'Dr.', honorificSuffixes: '' },
      TITLE: 'Sachbearbeitung Wohngeld',
      ORG: 'Amt Hagenow-Land, Einwohnermeldeamt',
      TEL: 'tel:+493883610712',
    }) // prettier-ignore
  })

  test('is that of a function where no name is shown', () => {
    const { name: _, honorific: _h, givenName: _g, familyName: _f, ...unnamed } = person
    expect(read(personCard(unnamed))).toMatchObject({ KIND: 'org', FN: 'Sachbearbeitung Wohngeld' })
    expect(personCard(unnamed)).not.toContain('Muster')
  })
})
