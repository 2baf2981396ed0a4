import { describe, expect, test } from 'vitest'
import type { CatalogueDocument } from './catalogue.ts'
import { rankMatches, rankSimilar } from './ranking.ts'

let count = 0
function document(title: string, facts: { keyword?: string; richness?: number } = {}): CatalogueDocument {
  const names = [title, ...(facts.keyword ? [facts.keyword] : [])].map((text) => ({
    text,
    folded: text,
    telling: text,
  }))
  count += 1
  const service = {
    id: title,
    regionKey: null,
    sourceId: 'tests',
    leistungsschluessel: undefined,
    richness: facts.richness ?? 0,
    citizen: true,
    business: true,
    validFrom: null,
    validTo: null,
    documents: new Map(),
  }
  return { id: count, service, lang: 'de', title, letter: 'A', names }
}

const ranked = (phrase: string, ...matches: readonly [CatalogueDocument, number][]) =>
  rankMatches(
    matches.map(([found, score]) => ({ document: found, score })),
    phrase,
  ).map(({ title }) => title)

describe('documents found by their words', () => {
  test('keep their order where nothing else tells', () => {
    expect(ranked('x', [document('aaa'), 3], [document('bbb'), 2], [document('ccc'), 1])).toEqual([
      'aaa',
      'bbb',
      'ccc',
    ])
  })

  test('come first with the title that was typed', () => {
    const long = document('hund halten erlaubnis')
    expect(ranked('hund halten', [long, 3], [document('hund halten'), 2])[0]).toBe('hund halten')
  })

  test('come before others with a title that reads like it, typing error included', () => {
    expect(ranked('reisepas', [document('passkontrolle'), 3], [document('reisepass'), 2])[0]).toBe(
      'reisepass',
    )
  })

  test('come first with a keyword that is a whole part of the query', () => {
    const hunting = document('jagdschein verlangern')
    const card = document('personalausweis', { keyword: 'perso' })
    expect(ranked('perso verlangern', [hunting, 3], [card, 2])[0]).toBe('personalausweis')
  })

  test('come before a bare title when they say something', () => {
    expect(ranked('x', [document('aaa'), 1], [document('bbb', { richness: 9 }), 0.9])).toEqual(['bbb', 'aaa'])
  })
})

describe('documents found by words that are merely alike', () => {
  const [a, b] = [document('a'), document('b')]

  test('are ordered by how much of each typed word they hold', () => {
    const typed = [
      [
        { document: a, share: 0.5 },
        { document: b, share: 0.9 },
      ],
      [{ document: a, share: 0.6 }],
    ]
    expect(rankSimilar(typed)).toEqual([a, b])
  })

  test('count once per typed word, with the best of their own', () => {
    const twice = [
      { document: a, share: 0.5 },
      { document: a, share: 0.4 },
      { document: b, share: 0.6 },
    ]
    expect(rankSimilar([twice])).toEqual([b, a])
  })
})
