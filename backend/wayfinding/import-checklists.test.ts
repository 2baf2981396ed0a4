import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { importContent } from '../import/testing.ts'
import { checklistsProfile } from './import-checklists.ts'
import { openSearchDatabase } from './testing.ts'

const dog = {
  id: 'hund',
  title: { de: 'Ein Hund zieht ein' },
  asked: { de: ['hund + gekauft'] },
  steps: [{ when: 'within 2 weeks', service: 'hundesteuer', text: { de: 'Melden Sie ihn an.' } }],
}
const step = (more: object) => ({ ...dog, steps: [{ ...dog.steps[0], ...more }] })

const open = () => openSearchDatabase({ id: 'hundesteuer', title: 'Hundesteuer' })
const run = (db: Db, checklists: unknown, more: object = {}) =>
  importContent(db, {
    profile: checklistsProfile,
    content: JSON.stringify(checklists),
    name: 'checklists.json',
    ...more,
  })

test('checklists are stored with the day and the source they come from', async () => {
  const db = await open()
  const report = await run(db, [dog, { ...dog, id: 'alt', date: '2020-02-29' }])
  expect(report).toMatchObject({ read: 2, written: 2, rejected: [] })
  expect(await db.selectFrom('checklist').select(['id', 'updated_at', 'source_id']).execute()).toEqual([
    { id: 'hund', updated_at: '2026-11-25', source_id: 'amtsweg-checklists' },
    { id: 'alt', updated_at: '2020-02-29', source_id: 'amtsweg-checklists' },
  ])
})

test('a second import writes only what differs and deletes what has gone', async () => {
  const db = await open()
  await run(db, [dog, { ...dog, id: 'alt' }])
  expect(await run(db, [{ ...dog, title: { de: 'Neu' } }])).toMatchObject({ written: 1, deleted: 1 })
})

test('an authority’s own stand beside those for everywhere', async () => {
  const db = await open()
  await run(db, [dog])
  const local = [{ id: 'hund', area: '13074', mode: 'off' }]
  expect(await run(db, local, { source: { id: 'town' } })).toMatchObject({ written: 1, rejected: [] })
  expect(await db.selectFrom('checklist').select('id').orderBy('id').execute()).toHaveLength(2)
})

test.each([
  ['no German title', { ...dog, title: { en: 'A dog' } }, 'The German title is missing'],
  ['no steps', { ...dog, steps: [] }, 'There are no steps'],
  ['no questions', { ...dog, asked: {} }, 'No question leads here: "asked" is empty'],
  ['an unknown life situation', { ...dog, lifeSituation: 'nowhere' }, 'There is no life situation nowhere'],
  ['a pattern of one word', { ...dog, asked: { de: ['hund'] } }, /^"hund": One word alone is a search/],
  ['an unknown service', step({ service: 'katze' }), 'Step 1: there is no service katze'],
  ['a time nobody understands', step({ when: 'bald' }), /^Step 1: "bald" is no time; write before, now/],
  ['a step not translated', { ...dog, title: { de: 'Hund', en: 'Dog' } }, 'Step 1: there is no text in en'],
  ['off everywhere', { id: 'hund', mode: 'off' }, 'mode off changes a checklist in one area: name the area'],
  ['an unknown mode', { ...dog, mode: 'delete' }, /mode is replace, extend or off/],
  ['a date of another form', { ...dog, date: '25.11.2026' }, /The date is written like 2026-11-25/],
  ['an area that is none', { ...dog, area: 'Wismar' }, /A region key has/],
])('%s is rejected with a sentence for its editor', async (_, checklist, sentence) => {
  const { rejected } = await run(await open(), [checklist])
  expect(rejected).toHaveLength(1)
  expect(rejected[0]?.reason).toMatch(sentence)
})

test('a Leistungsschluessel may lead to what is not described yet', async () => {
  const report = await run(await open(), [step({ service: '99102013002000' })])
  expect(report.rejected).toEqual([])
})
