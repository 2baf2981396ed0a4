import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldName, foldWithoutDots } from './place-name.ts'

describe('a folded name', () => {
  test.each([
    ['Lübeck', 'luebeck'],
    ['LUEBECK', 'luebeck'],
    ['Lu\u0308beck', 'luebeck'],
    ['Groß Laasch', 'gross laasch'],
    ['GROẞ LAASCH', 'gross laasch'],
    ['Ribnitz-Damgarten', 'ribnitz damgarten'],
    ['  Halle  (Saale) ', 'halle saale'],
    ['St. Peter-Ording', 'st peter ording'],
    ['Sankt Peter-Ording', 'st peter ording'],
    ['Sankt', 'sankt'],
    ['Neustadt a.d.Waldnaab', 'neustadt an der waldnaab'],
    ['Neumarkt i. d. OPf.', 'neumarkt in der opf'],
    ['Rosbach v. d. Höhe', 'rosbach vor der hoehe'],
    ['Wieck a. Darß', 'wieck am darss'],
    ['Rade b. Hohenwestedt', 'rade bei hohenwestedt'],
    ['Calau/Kalawa', 'calau kalawa'],
    ['Budyšin', 'budysin'],
    ['Hoyerswerda / Wojerecy', 'hoyerswerda wojerecy'],
    ['19230', '19230'],
    ['…', ''],
  ])('of %s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  test('is the same when folded again', () => {
    fc.assert(fc.property(fc.string(), (text) => foldName(foldName(text)) === foldName(text)))
  })

  test('begins with whatever the name begins with, so that it serves while one types', () => {
    const name = fc.stringMatching(/^[A-Za-zÄÖÜäöüß]{1,9}(?:[ /-][A-Za-zÄÖÜäöüß]{1,9}){0,3}$/)
    fc.assert(
      fc.property(name, fc.nat(40), (text, length) => {
        fc.pre(!/sankt/i.test(text))
        expect(foldName(text).startsWith(foldName(text.slice(0, length)))).toBe(true)
      }),
    )
  })

  test('of a thousand hostile characters takes no time', () => {
    const start = performance.now()
    for (const piece of ['a. ', 'sankt ', 'i. d. ', '((((', 'ä\u0308']) foldName(piece.repeat(1_000))
    expect(performance.now() - start).toBeLessThan(500)
  })
})

test('those who leave the dots out find the same place', () => {
  expect(foldWithoutDots('Lübz')).toBe('lubz')
  expect(foldWithoutDots('Lu\u0308bz')).toBe('lubz')
  expect(foldWithoutDots('Rastow')).toBe('rastow')
})
