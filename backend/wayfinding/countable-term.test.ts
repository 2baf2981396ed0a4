import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countableTerm } from './countable-term.ts'

describe('a term', () => {
  test.each([
    ['Hundemarke', 'Hundemarke'],
    ['  Perso   verlängern!! ', 'Perso verlängern'],
    ['Kfz-Schein', 'Kfz-Schein'],
    ['§ 34a Schein', '§ 34a Schein'],
    ['Rente ab 63', 'Rente ab 63'],
    ['Frauenhaus', 'Frauenhaus'],
    ['Straßenfest', 'Straßenfest'],
    ['🐕 anmelden', 'anmelden'],
    ['Führerschein 2026', 'Führerschein 2026'],
    ['بطاقة هوية', 'بطاقة هوية'],
  ])('%j is counted as %j', (typed, text) => {
    expect(countableTerm(typed)?.text).toBe(text)
  })

  test.each([
    ['Hundemarke', 'HUNDEMARKE'],
    ['Müllgebühr', 'Muellgebuehr'],
    ['Straße kehren', 'strasse  kehren?'],
    ['Kfz-Schein', 'kfz schein'],
  ])('%j and %j are one', (one, other) => {
    expect(countableTerm(one)?.folded).toBe(countableTerm(other)?.folded)
  })
})

describe('what may be about a person is never counted', () => {
  test.each([
    'erika@beispiel.de', 'erika (at) beispiel.de', 'https://beispiel.example/?id=7', 'www.beispiel', '0385 123456', '+49 385 1234',
    'DE02 1203 0000 0000 2020 51', 'T22000129', '12.03.1980', '19053', 'Herr Mustermann', 'herrn mustermann', 'Frau Erika Muster',
    'Dr. Muster', 'Familie Muster', 'ich heisse Erika', 'mein Name ist Erika', 'Erika Muster geb. Beispiel', 'Lange Straße 7',
    'langestr.7', 'Am Markt 12', 'Waldweg 3', 'HWI-AB 123', 'swn xy 7', 'NWM A 1234E',
    'meine frau hat mich verlassen und ich weiß nicht was ich tun soll',
    'ein zwei drei vier fünf sechs sieben', `wort${'x'.repeat(40)}`, `Ausweis ${' '.repeat(60)}`,
  ])('%s', (typed) => {
    expect(countableTerm(typed)).toBeUndefined()
  }) // prettier-ignore
})

test.each(['', ' ', '?', 'x', '12', '🐕'])('%j is no word', (typed) => {
  expect(countableTerm(typed)).toBeUndefined()
})

test('what would be shown never says more than what is compared', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const term = countableTerm(typed)
      if (!term) return
      expect(countableTerm(term.text)?.folded).toBe(term.folded)
      expect(term.text.match(/\p{N}/gu)?.length ?? 0).toBeLessThanOrEqual(4)
      expect(term.text.length).toBeLessThanOrEqual(60)
    }),
  )
})
