import { describe, expect, test } from 'vitest'
import { xzufiElement } from '../import/testing.ts'
import { plainText } from './plain-text.ts'
import { unitOf } from './xzufi-unit.ts'

const read = async (inner: string) =>
  unitOf(await xzufiElement(`<organisationseinheit><id>1</id>${inner}</organisationseinheit>`), {
    schemeAgencyId: 'A',
    schemeId: '',
    value: '1',
  })

describe('a unit of XZuFi', () => {
  test('has its name in every language, wherever it stands', async () => {
    const { name, content } = await read(
      '<name><name languageCode="de">Bauamt</name></name><name languageCode="en">Building office</name>',
    )
    expect([name, content.names]).toEqual(['Bauamt', { en: 'Building office' }])
  })

  test('has addresses of every kind, its Land, and where it lies if the numbers lie in Germany', async () => {
    const { content, regionKey, position } = await read(
      `<anschrift><strasse>Weg</strasse><hausnummer>1</hausnummer><postleitzahl>19999</postleitzahl><ort>Ort</ort><zusatz>Hof</zusatz>
       <geokodierung><latitude>5</latitude><breitengrad>53.5</breitengrad><laengengrad>11,4</laengengrad></geokodierung>
       <verwaltungspolitischeKodierung><bundesland><code>13</code></bundesland></verwaltungspolitischeKodierung></anschrift>
       <anschrift><postfach>12</postfach><ort>Ort</ort></anschrift><anschrift><typ><name>Postanschrift</name></typ><ort>Ort</ort></anschrift><anschrift/>`,
    )
    expect(content.addresses).toEqual([
      { kind: 'visitor', addition: 'Hof', street: 'Weg', houseNumber: '1', postcode: '19999', city: 'Ort' },
      { kind: 'pobox', street: 'Postfach 12', city: 'Ort' },
      { kind: 'postal', city: 'Ort' },
    ])
    expect([regionKey, position]).toEqual(['13', { lat: 53.5, lon: 11.4 }])
  })

  test('is reached only by what can be used', async () => {
    const reach = (code: string, value: string) =>
      `<kommunikation><kanal><code>${code}</code></kanal><kennung>${value}</kennung></kommunikation>`
    const { content } = await read(
      reach('02', '(030)') +
        reach('04', '03999 123') +
        reach('01', 'kein Postfach') +
        reach('07', 'Brieftaube'),
    )
    expect(content.contacts).toEqual([{ kind: 'fax', value: '03999 123' }])
  })

  test('is open when its words say so, day by day', async () => {
    const { content } = await read(
      '<infoOeffnungszeiten>&lt;p&gt;Mo. - Mi.: 08:00 - 12:00 Uhr&lt;br&gt;Do: 14-18 Uhr&lt;br&gt;Nur mit Ausweis&lt;/p&gt;</infoOeffnungszeiten>',
    )
    expect(content.hours?.spans.map(({ weekday, opens, closes }) => `${weekday} ${opens} ${closes}`)).toEqual(
      ['1 08:00 12:00', '2 08:00 12:00', '3 08:00 12:00', '4 14:00 18:00'],
    )
    expect(content.hours?.note).toBe('Nur mit Ausweis')
  })

  test('says how a wheelchair gets in, its parent and its further identifiers', async () => {
    const { content, parentId, identifiers } = await read(
      `<anschrift><kennzeichenAufzug>true</kennzeichenAufzug></anschrift><kennzeichenRollstuhlgerecht>false</kennzeichenRollstuhlgerecht>
       <uebergeordneteOrganisationseinheitID schemeAgencyID="A">9</uebergeordneteOrganisationseinheitID><idSekundaer>x</idSekundaer>`,
    )
    expect(content.accessibility).toEqual({ stepFree: 'no', lift: 'yes' })
    expect(parentId).toBe('xz_A_9')
    expect(identifiers.map(({ value }) => value)).toEqual(['1', 'x'])
  })
})

test.each([
  ['  einfach ', 'einfach'],
  ['<p>Eins</p><p>Zwei &amp; drei</p>', 'Eins\nZwei & drei'],
  ['a<script>alert(1)</script>b', 'ab'],
  ['1 < 2', '1 < 2'],
])('%s reads as %s', (foreign, words) => {
  expect(plainText(foreign)).toBe(words)
})
