import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillers, fold, indexWords, normalPhrase, queryWords, tellingPhrase, words } from './normalise.ts'

describe('spellings that mean the same fold to the same', () => {
  test.each([
    ['Müller', 'Mueller', 'Muller', 'muller'],
    ['Führerschein', 'FUEHRERSCHEIN', 'führerschein', 'fuhrerschein'],
    ['Straße', 'Strasse', 'STRASSE', 'strasse'],
    ['Übertrag', 'Uebertrag', 'ubertrag', 'ubertrag'],
    ['Größe', 'Groesse', 'Grosse', 'grosse'],
    ['Häuser', 'Haeuser', 'Hauser', 'hauser'],
    ['Café', 'cafe', 'CAFÉ', 'cafe'],
    ['BAföG', 'Bafoeg', 'bafog', 'bafog'],
  ])('%s, %s and %s are %s', (a, b, c, folded) => {
    expect([a, b, c].map(fold)).toEqual([folded, folded, folded])
  })

  test.each([
    ['neue', 'neue'],
    ['Steuer', 'steuer'],
    ['bauen', 'bauen'],
    ['Quelle', 'quelle'],
  ])('the ue of %s is no umlaut', (word, folded) => {
    expect(fold(word)).toBe(folded)
  })

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
    const vowels = fc.string({ unit: fc.constantFrom(...'aeoquäöüßr') })
    fc.assert(fc.property(vowels, (text) => fold(fold(text)) === fold(text)))
  })

  test('an umlaut and its substitute always meet', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'bdfghklmnrstwz') })
    fc.assert(
      fc.property(letters, fc.constantFrom('äa', 'öo', 'üu'), letters, (before, [umlaut, base], after) => {
        const spellings = [umlaut, `${base}e`, base].map((vowel) => fold(before + vowel + after))
        return new Set(spellings).size === 1
      }),
    )
  })
})

describe('a text is cut into words', () => {
  test.each([
    ['Gewerbe-Anmeldung', ['gewerbe', 'anmeldung']],
    ['Aufenthalts- und Arbeitserlaubnis', ['aufenthalts', 'und', 'arbeitserlaubnis']],
    ['§ 51 AufenthG', ['51', 'aufenthg']],
    ['EU-Bürger*innen', ['eu', 'burger']],
    ['Mitarbeiter:in, Ärzt/-innen, Mieter_innen', ['mitarbeiter', 'arzt', 'mieter']],
    ['BeamtIn, BürgerInnen, Lehrer(in), im Inland', ['beamt', 'burger', 'lehrer', 'im', 'inland']],
    ['Заява про реєстрацію', ['заява', 'про', 'реєстрацію']],
    ['Antragsteller/innen an/ab 2026', ['antragsteller', 'an', 'ab', '2026']],
    ['', []],
    ['?!…', []],
  ])('%s gives %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('a hyphened compound is indexed as one word too', () => {
    expect(indexWords('Kfz-Schein verloren')).toEqual(['kfz', 'schein', 'kfzschein', 'verloren'])
  })

  test('no word is longer than a word can be', () => {
    expect(words(`${'x'.repeat(61)} wort`)).toEqual(['wort'])
  })

  test('words of words are the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = words(text)
        expect(words(once.join(' '))).toEqual(once)
      }),
    )
  })
})

describe('a query is reduced to what tells', () => {
  test.each([
    ['Ich möchte heiraten', ['heiraten']],
    ['Was brauche ich für den Hund?', ['hund']],
    ['hund hund Hund', ['hund']],
    ['wie ist das', ['wie', 'ist', 'das']],
  ])('%s asks for %j', (query, expected) => {
    expect(queryWords(query)).toEqual(expected)
  })

  test('at most twelve words of 200 characters are looked at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (query) => {
        const asked = queryWords(query)
        return asked.length <= 12 && asked.join('').length <= 1_000
      }),
    )
  })

  test('fillers are written as they are compared', () => {
    expect([...fillers].map(fold)).toEqual([...fillers])
  })

  test('a phrase keeps its fillers until they are asked to go', () => {
    expect(normalPhrase('  Ausweis  für Kinder ')).toBe('ausweis fur kinder')
    expect(tellingPhrase('ausweis fur kinder')).toBe('ausweis kinder')
    expect(tellingPhrase('wie ist das')).toBe('wie ist das')
  })

  test('hostile text costs no time', () => {
    const start = performance.now()
    for (const unit of ['ae', 'ue', '*in', '-', 'a-', '\u0308', '/-innen', 'ß']) words(unit.repeat(50_000))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
