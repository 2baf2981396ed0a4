import { expect, test } from 'vitest'
import { nameWithParts, partStems, queryTerms, textAnalyser } from './analyse.ts'

const split = (word: string) => (word === 'parkausweis' ? ['park', 'ausweis'] : [])

test('a text is indexed by stems, and compounds by the stems of their parts as well', () => {
  expect(textAnalyser(split)('Parkausweis beantragen')).toBe('parkauswei park auswei beantrag')
})

test('a query asks for the same stems, each once, the longer ones also as a beginning', () => {
  expect(queryTerms(['parkausweis', 'ausweis', 'kfz'], split)).toEqual([
    { stem: 'parkauswei', prefix: true },
    { stem: 'park', prefix: true },
    { stem: 'auswei', prefix: true },
    { stem: 'kfz', prefix: false },
  ])
})

test('only words that tell something become parts of compounds', () => {
  expect([...partStems('Die Ausweise für 2026 und über Kfz, Ausweis')]).toEqual(['auswei'])
})

test('a name shows where its compounds can be cut', () => {
  expect(nameWithParts('Parkausweis für Gäste', split)).toBe('park|ausweis fur gaste')
})
