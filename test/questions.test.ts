import { beforeAll, describe, expect, test } from 'vitest'
import { createMemory, type Remember } from '@amtsweg/backend/database/memory.ts'
import { describeRegisters } from '@amtsweg/backend/import/testing.ts'
import { findChecklist } from '@amtsweg/backend/wayfinding/index.ts'
import type { ChecklistList, LifeSituationTree } from '@amtsweg/contract'
import { openDemoApp } from './demo-app.ts'
import { hitRates, otherQueries, questions } from './question-tables.ts'
import { berlin, catalogue, munich } from './search-corpus.ts'

/** What each class must reach on the half the rules were written without. */
const floors: Readonly<Record<string, number>> = { de: 0.9, leicht: 0.85, en: 0.85, nds: 0.85, uk: 0.85 }
const everything = ['de', 'leicht', 'en', 'nds', 'uk']

let app: Awaited<ReturnType<typeof openDemoApp>>['app']
let db: Awaited<ReturnType<typeof openDemoApp>>['database']['db']
let remember: Remember
let answer: ReadonlyMap<string, string | undefined>
beforeAll(async () => {
  const demo = await openDemoApp()
  app = demo.app
  db = demo.database.db
  remember = createMemory(demo.database)
  const found = questions().map(async ({ question }) => [question, await idOf(question)] as const)
  answer = new Map(await Promise.all(found))
}, 60_000)

const idOf = async (q: string) => (await findChecklist(db, { q, lang: 'de', area: '13074' }, remember))?.id
const ask = async (q: string, more = '') => {
  const response = await app.request(`/api/v1/checklists?q=${encodeURIComponent(q)}${more}`)
  return (await response.json()) as ChecklistList
}

describe('questions in everyday words', () => {
  test('are many in each class, and none stands twice', () => {
    const all = questions()
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(new Set(all.map(({ question }) => question)).size).toBe(all.length)
    for (const name of everything)
      expect(all.filter((one) => one.class === name).length, name).toBeGreaterThanOrEqual(10)
  })

  test.each(everything)('of class %s lead to their life situation, also those nobody looked at', (name) => {
    const rates = hitRates(questions(), answer)
    const { hits, of } = rates.get(`${name} test`) ?? { hits: 0, of: 1 }
    expect(hits / of).toBeGreaterThanOrEqual(floors[name] ?? 1)
    const known = rates.get(`${name} development`)
    expect(known?.hits).toBe(known?.of)
  })

  test('never come from a plain search: at least 97 % of those show nothing', async () => {
    const others = otherQueries()
    expect(others.length).toBeGreaterThanOrEqual(60)
    const shown = await Promise.all(others.map(async (q) => ((await idOf(q)) ? [q] : [])))
    expect(shown.flat().length / others.length).toBeLessThanOrEqual(0.03)
  })

  test('leave every title of a service to search', async () => {
    const rows = await db.selectFrom('service_name').select(['title', 'lang']).execute()
    const stolen = rows.map(async ({ title, lang }) => {
      const found = await findChecklist(db, { q: title, lang, area: '13' }, remember)
      return found ? [`${title}: ${found.id}`] : []
    })
    expect((await Promise.all(stolen)).flat()).toEqual([])
  })
})

describeRegisters('questions beside the catalogues of others', () => {
  test('leave 99.5 % of their titles to search, even where these towns are not imported', async () => {
    const titles = [...munich(), ...berlin(), ...catalogue()].map(({ title }) => title)
    const shown = await Promise.all(titles.map(async (q) => ((await idOf(q)) ? [q] : [])))
    expect(shown.flat().length / titles.length).toBeLessThanOrEqual(0.005)
  }, 60_000)
})

describe('our checklists', () => {
  test('are at least forty, each with a life situation that is in the tree', async () => {
    const rows = await db.selectFrom('checklist').select(['id', 'life_situation_id', 'region_key']).execute()
    const ours = rows.filter((row) => row.region_key === null)
    expect(ours.length).toBeGreaterThanOrEqual(40)
    const tree = (await (await app.request('/api/v1/life-situations')).json()) as LifeSituationTree
    const ids = new Set(tree.items.flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]))
    expect(ours.filter((row) => !ids.has(row.life_situation_id ?? '')).map(({ id }) => id)).toEqual([])
  })

  test('lead nowhere that does not exist: what the demo lacks are keys of the federal catalogue', async () => {
    const rows = await db.selectFrom('checklist').select('content').execute()
    const keys = rows.flatMap(({ content }) =>
      [...content.matchAll(/"service":"(\d{14})"/g)].map(([, key]) => key),
    )
    const known = await db.selectFrom('service_identifier').select('value').execute()
    const missing = keys.filter((key) => key && !known.some(({ value }) => value === key))
    expect([...new Set(missing)].sort()).toEqual([
      '99001004004000',
      '99007012000000',
      '99023001050001',
      '99025002005000',
      '99038001017000',
      '99038006000000',
    ])
  })

  test('are answered with links, in the language asked for, and shared by all who ask the same', async () => {
    const { items } = await ask('having a baby', '&area=13074&lang=en')
    expect(items[0]).toMatchObject({
      id: 'geburt',
      title: 'A child is born',
      lang: 'en',
      lifeSituation: { id: 'geburt' },
      source: { id: 'amtsweg-checklists' },
    })
    expect(items[0]?.steps.filter(({ service }) => service).length).toBeGreaterThanOrEqual(5)
    const response = await app.request('/api/v1/checklists?q=Hund')
    expect(await response.json()).toEqual({ items: [], next: null })
    expect(response.headers.get('cache-control')).toMatch(/max-age/)
  })

  test('are extended by a demo town in its area alone', async () => {
    const count = async (area: string) =>
      (await ask('ich ziehe um', `&area=${area}`)).items[0]?.steps.length ?? 0
    expect(await count('130745454')).toBe((await count('13076')) + 1)
  })
})
