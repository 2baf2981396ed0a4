import { expect, test } from 'vitest'
import { WordReader } from './document-words.ts'
import { analyseWords, StemCounter } from './word-analysis.ts'

function analysisOf(...texts: string[]) {
  const reader = new WordReader()
  const counter = new StemCounter(reader.words)
  for (const text of texts) counter.add(reader.read([text]).tokens)
  return analyseWords(reader.words, counter)
}

test('stems are in order of their letters, and every word leads to its own and those of its parts', () => {
  const { words, stems, stemOf, partsOf } = analysisOf('Parkausweise beantragen', 'Der Ausweis zum Parken')
  expect(stems).toEqual([...stems].sort())
  const named = Object.fromEntries(
    words.map((word, number) => [word, [stemOf[number]!, ...partsOf[number]!].map((each) => stems[each])]),
  )
  expect(named['parkausweise']).toEqual(['parkausweis', 'park', 'ausweis'])
  expect(named['beantragen']).toEqual(['beantrag'])
})

test('a stem counts once in every text that has it, and only where it may be a part', () => {
  const { written } = analysisOf('Ausweis, Ausweise und Kfz', 'die Ausweise', 'Parken 2026')
  expect(written.get('ausweis')).toBe(2)
  expect(written.get('park')).toBe(1)
  expect(['kfz', 'die', '2026'].map((word) => written.has(word))).toEqual([false, false, false])
})
