import { beforeAll, describe, expect, test, vi } from 'vitest'
import { describeRegisters } from '@amtsweg/backend/import/testing.ts'
import { rankedIds } from '@amtsweg/backend/wayfinding/index.ts'
import { openSearchDatabase } from '@amtsweg/backend/wayfinding/testing.ts'
import {
  berlinAlone,
  munichAlone,
  munichAmongTitles,
  munichWithKeywords,
  type SearchIndex,
} from './search-indexes.ts'
import { answered, answersOf, type Relevance, relevanceOf, type Search } from './search-measures.ts'
import { nonsense } from './search-queries.ts'

// Thousands of searches: a minute on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** Floors a little below what `npm run bench -- search` prints: no class may fall unseen. */
function describeIndex(
  index: () => SearchIndex,
  tests: (of: (name: string) => Promise<Relevance>, search: Search) => void,
) {
  let search: Search
  let classes: SearchIndex['classes']
  beforeAll(async () => {
    const { services, classes: asked } = index()
    const db = await openSearchDatabase(...services)
    search = (q) => rankedIds(db, { q, lang: 'de', day: '2026-11-23' }, 10)
    classes = asked
  })
  tests(
    async (name) => relevanceOf(await answersOf(classes.get(name) ?? [], search)),
    (q) => search(q),
  )
}

describeRegisters('search among Munich’s services, their keywords withheld', () => {
  describeIndex(munichAlone, (of, search) => {
    test('finds eight of ten unseen terms among the first ten, most of them among the first five', async () => {
      const { queries, hit10, ndcg5, unanswered } = await of('terms, test half')
      expect(queries).toBe(237)
      expect(hit10).toBeGreaterThanOrEqual(0.8)
      expect(ndcg5).toBeGreaterThanOrEqual(0.61)
      expect(unanswered).toBeLessThanOrEqual(0.005)
    })

    test('gives random letters no answer', async () => {
      expect(await answered(nonsense(200), search)).toBeLessThanOrEqual(0.1)
    })

    test('finds every title first, also in capitals', async () => {
      const titles = munichAlone().services
      const titleOf = new Map(titles.map(({ id, title }) => [id, title]))
      for (const { title } of titles)
        for (const typed of [title, title.toUpperCase()])
          expect(titleOf.get((await search(typed))[0] ?? ''), typed).toBe(title)
    })

    test.each([
      ['title', 0.998],
      ['ascii', 0.998],
      ['no umlauts', 0.998],
      ['typo', 0.99],
      ['word', 0.97],
      ['join', 0.95],
      ['prefix', 0.95],
    ])('finds titles by %s', async (name, floor) => {
      expect((await of(name)).ndcg5).toBeGreaterThanOrEqual(floor)
    })
  })
})

describeRegisters('search among Munich’s services with their keywords', () => {
  describeIndex(munichWithKeywords, (of) => {
    test('comes near to what can be reached', async () => {
      expect((await of('terms, test half')).ndcg5).toBeGreaterThanOrEqual(0.95)
    })
  })
})

describeRegisters('search among Berlin’s services', () => {
  describeIndex(berlinAlone, (of) => {
    test.each([
      ['title', 0.998],
      ['typo', 0.99],
      ['word', 0.96],
      ['join', 0.95],
      ['prefix', 0.95],
    ])('finds titles by %s', async (name, floor) => {
      expect((await of(name)).ndcg5).toBeGreaterThanOrEqual(floor)
    })
  })
})

describeRegisters('search among five thousand bare titles', () => {
  describeIndex(munichAmongTitles, (of, search) => {
    test('still finds what is described', async () => {
      const { hit10, ndcg5, unanswered } = await of('terms, test half')
      expect(hit10).toBeGreaterThanOrEqual(0.68)
      expect(ndcg5).toBeGreaterThanOrEqual(0.51)
      expect(unanswered).toBeLessThanOrEqual(0.005)
    })

    test('gives random letters no answer', async () => {
      expect(await answered(nonsense(200), search)).toBeLessThanOrEqual(0.1)
    })
  })
})

describe('queries without letters', () => {
  test.each(['', ' ', '???', '„“', '\u0000'])('%j find nothing and break nothing', async (q) => {
    const db = await openSearchDatabase({ id: 'a', title: 'Personalausweis' })
    expect(await rankedIds(db, { q, lang: 'de', day: '2026-11-23' })).toEqual([])
  })
})
