import { createMemory } from '@amtsweg/backend/database/memory.ts'
import { watchVersion } from '@amtsweg/backend/database/version-watch.ts'
import { findChecklist, matcherOf, readChecklists } from '@amtsweg/backend/wayfinding/index.ts'
import { openDemoApp } from '../demo-app.ts'
import { hitRates, otherQueries, questions } from '../question-tables.ts'

/**
 * Which questions lead to the checklist they mean, per class and half, and what matching costs. Rules were written looking at
 * the development half alone.
 */
const { database } = await openDemoApp()
const asked = questions()
const remember = createMemory(watchVersion(database))
const answers = new Map<string, string | undefined>()
for (const { question } of asked)
  answers.set(
    question,
    (await findChecklist(database.db, { q: question, lang: 'de', area: '13074' }, remember))?.id,
  )

const rows: Record<string, Record<string, string>> = {}
for (const [name, { hits, of }] of hitRates(asked, answers)) {
  const [group = '', half = ''] = name.split(' ')
  rows[group] = { ...rows[group], [half]: `${hits} of ${of} (${((hits / of) * 100).toFixed(0)} %)` }
}
console.table(rows)

let shown = 0
for (const q of otherQueries())
  if (await findChecklist(database.db, { q, lang: 'de', area: '13074' }, remember)) shown += 1
console.log(`${shown} of ${otherQueries().length} plain searches, near misses and nonsense show a checklist`)

const stored = await readChecklists(database.db)
const twice = [...stored, ...stored.map((one) => ({ ...one, name: `${one.name}-again` }))]
for (const rules of [stored, twice]) {
  const began = process.cpuUsage()
  const match = matcherOf(rules)
  const compile = cpuSince(began)
  const rounds = 30
  const all = [...asked.map(({ question }) => question), ...otherQueries()]
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) for (const question of all) match(question)
  const each = cpuSince(before) / rounds / all.length
  console.log(
    `${rules.length} checklists: ${compile.toFixed(1)} ms CPU to prepare, ${each.toFixed(4)} ms CPU per question`,
  )
}
await database.close()

function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000
}
