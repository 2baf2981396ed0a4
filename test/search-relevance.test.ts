import { beforeAll, expect, test, vi } from 'vitest'
import { describeRegisters } from '@amtsweg/backend/import/testing.ts'
import { rankedIds } from '@amtsweg/backend/wayfinding/index.ts'
import { openSearchDatabase } from '@amtsweg/backend/wayfinding/testing.ts'
import { judgedTerms, munich, nonsense } from './search-corpus.ts'
import { answered, relevances, type Search } from './search-measures.ts'

// Two thousand searches: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describeRegisters('with Munich’s services alone and their keywords withheld', () => {
  let search: Search
  beforeAll(async () => {
    const db = await openSearchDatabase(...munich())
    search = (q) => rankedIds(db, { q, lang: 'de', day: '2026-11-23' })
  })

  test('at least 72 of 100 judged terms find one of their services among the first ten', async () => {
    const { all, test: unseen } = await relevances(judgedTerms(), search)
    expect(all.terms).toBe(438)
    expect(all.hit10).toBeGreaterThanOrEqual(0.72)
    expect(unseen.hit10).toBeGreaterThanOrEqual(0.72)
  })

  test('hardly any judged term stays without an answer, and hardly any nonsense gets one', async () => {
    const { all } = await relevances(judgedTerms(), search)
    expect(all.unanswered).toBeLessThanOrEqual(0.06)
    expect(await answered(nonsense(100), search)).toBeLessThanOrEqual(0.1)
  })

  test('every title finds its service first, in capitals, without umlauts and with them spelt out', async () => {
    const spelt = (title: string) =>
      title.replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    const spellings = [(title: string) => title, (title: string) => title.toUpperCase(), spelt]
    const services = munich()
    const titleOf = new Map(services.map(({ id, title }) => [id, title]))
    for (const { title } of services)
      for (const spelling of spellings)
        expect(titleOf.get((await search(spelling(title)))[0] ?? ''), spelling(title)).toBe(title)
  })
})
