import { expect, test } from 'vitest'
import { layerOf, provenanceOf } from './provenance.ts'

test.each([
  [null, undefined, 'bund'],
  ['13', 'land', 'land'],
  ['033', 'region', 'regierungsbezirk'],
  ['13076', 'landkreis', 'kreis'],
  ['13004', 'kreisfreie-stadt', 'gemeinde'],
  ['130765668', 'amt', 'verband'],
  ['130740087', 'amtsfreie-gemeinde', 'gemeinde'],
  ['130765668005', 'gemeinde', 'gemeinde'],
  ['09162', undefined, 'kreis'],
  ['1307', undefined, 'gemeinde'],
] as const)('a text for %s, which is a %s, is one of the level %s', (key, kind, layer) => {
  expect(layerOf(key, kind)).toBe(layer)
})

const written = { regionKey: '13', source: 'mv', author: null, updatedAt: null }
const origin = { name: 'Infodienste', publisher: 'Land M-V', asOf: '2026-11-01' }

test('the author is who is named, else who publishes the source, else the source', () => {
  const authorOf = (
    author: string | null,
    of?: typeof origin | { name: string; publisher: null; asOf: null },
  ) => provenanceOf({ ...written, author }, undefined, of).author
  expect(authorOf('Ministerium', origin)).toBe('Ministerium')
  expect(authorOf(null, origin)).toBe('Land M-V')
  expect(authorOf(null, { name: 'Infodienste', publisher: null, asOf: null })).toBe('Infodienste')
  expect(authorOf(null)).toBe('mv')
})

test('what nobody recorded is left out', () => {
  expect(provenanceOf(written, undefined, undefined)).toEqual({
    layer: 'land',
    regionKey: '13',
    author: 'mv',
    source: 'mv',
  })
})

test('the date of the text and the Stand of its source stand apart', () => {
  const area = { name: 'Mecklenburg-Vorpommern', kind: 'land' }
  expect(provenanceOf({ ...written, updatedAt: '2026-10-01' }, area, origin)).toMatchObject({
    areaName: 'Mecklenburg-Vorpommern',
    updatedAt: '2026-10-01',
    asOf: '2026-11-01',
  })
})
