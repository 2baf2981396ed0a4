import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeRegisters } from '@amtsweg/backend/import/testing.ts'
import { munich } from './search-corpus.ts'
import { gradedQueries, trackedClasses } from './search-graded.ts'

const all = [...gradedQueries()].flatMap(([name, queries]) => queries.map((query) => ({ name, ...query })))
const folded = (text: string) => text.toLowerCase()

describe('The hand-graded queries', () => {
  test('are twelve classes of ten, and four more of ten that are only tracked', () => {
    const classes = [...gradedQueries()]
    expect(classes.filter(([name]) => !trackedClasses.has(name))).toHaveLength(12)
    expect(classes.filter(([name]) => trackedClasses.has(name))).toHaveLength(trackedClasses.size)
    for (const [name, queries] of classes) expect(queries, name).toHaveLength(10)
  })

  test('are all different, in capitals or not', () => {
    expect(new Set(all.map(({ text }) => folded(text))).size).toBe(all.length)
    for (const { text } of all) expect(text).toBe(text.trim().normalize())
  })

  test('have grades from 1 to 3, and at least one good answer', () => {
    for (const { text, grades } of all) {
      for (const grade of grades.values()) expect([1, 2, 3], text).toContain(grade)
      expect(Math.max(...grades.values()), text).toBeGreaterThanOrEqual(2)
    }
  })

  test('say just what is wanted in at least 117 of the 120', () => {
    const wanted = all.filter(
      ({ name, grades }) => !trackedClasses.has(name) && [...grades.values()].includes(3),
    )
    expect(wanted.length).toBeGreaterThanOrEqual(117)
  })

  test('judge a service once per query', () => {
    const lines = readFileSync(join(import.meta.dirname, 'search-graded.csv'), 'utf8')
      .trim()
      .split('\n')
    const judged = all.reduce((sum, { grades }) => sum + grades.size, 0)
    expect(lines).toHaveLength(judged + 1)
  })
})

describeRegisters('With Munich’s services at hand, the hand-graded queries', () => {
  test('only name services that exist', () => {
    const known = new Set(munich().map(({ id }) => id))
    for (const { text, grades } of all)
      for (const id of grades.keys()) expect(known.has(id), `${text}: ${id}`).toBe(true)
  })

  test('are no plain titles', () => {
    const titles = new Set(munich().map(({ title }) => folded(title)))
    expect(all.map(({ text }) => text).filter((text) => titles.has(folded(text)))).toEqual([])
  })
})
