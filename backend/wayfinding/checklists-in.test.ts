import { expect, test } from 'vitest'
import { checklistsIn, type StoredChecklist } from './checklists-in.ts'

const amt = '130745454'
const gemeinde = '130745454012'

const checklist = (name: string, more: Partial<StoredChecklist> = {}): StoredChecklist => ({
  name,
  regionKey: null,
  mode: 'replace',
  lifeSituation: null,
  content: {
    title: { de: `${name} ${more.regionKey ?? 'überall'}` },
    asked: { de: ['a + b'] },
    steps: [{ when: { moment: 'now' }, text: { de: 'Erst' } }],
  },
  position: 1,
  updatedAt: '2026-01-01',
  source: { id: 'tests', name: 'Tests' },
  ...more,
})
const titles = (stored: readonly StoredChecklist[], area?: string) =>
  checklistsIn(stored, area).map(({ content }) => content.title?.['de'])

test('without an area only those for everywhere hold', () => {
  expect(titles([checklist('hund'), checklist('umzug', { regionKey: amt })])).toEqual(['hund überall'])
})

test('the nearest replaces those further up, for its area alone', () => {
  const stored = [
    checklist('hund', { regionKey: gemeinde }),
    checklist('hund'),
    checklist('hund', { regionKey: '13' }),
  ]
  expect(titles(stored, gemeinde)).toEqual([`hund ${gemeinde}`])
  expect(titles(stored, amt)).toEqual(['hund 13'])
  expect(titles(stored, '11')).toEqual(['hund überall'])
})

test('an authority switches one off, and a Gemeinde in it may have it again', () => {
  const stored = [checklist('hund'), checklist('hund', { regionKey: amt, mode: 'off' })]
  expect(titles(stored, amt)).toEqual([])
  expect(titles(stored, '13074')).toEqual(['hund überall'])
  expect(titles([...stored, checklist('hund', { regionKey: gemeinde })], gemeinde)).toEqual([
    `hund ${gemeinde}`,
  ])
})

test('an authority adds questions and steps and renames, and the rest stays', () => {
  const local = checklist('hund', {
    regionKey: amt,
    mode: 'extend',
    updatedAt: '2026-02-02',
    content: {
      title: { de: 'Hund hier' },
      asked: { de: ['c + d'], nds: ['köter + dor'] },
      steps: [{ when: { moment: 'after' }, text: { de: 'Dann' } }],
    },
  })
  const [shown] = checklistsIn([local, checklist('hund')], gemeinde)
  expect(shown).toMatchObject({ regionKey: null, updatedAt: '2026-02-02' })
  expect(shown?.content).toMatchObject({
    title: { de: 'Hund hier' },
    asked: { de: ['a + b', 'c + d'], nds: ['köter + dor'] },
  })
  expect(shown?.content.steps.map(({ text }) => text['de'])).toEqual(['Erst', 'Dann'])
})

test('what extends nothing is not shown', () => {
  expect(titles([checklist('hund', { regionKey: amt, mode: 'extend' })], amt)).toEqual([])
})

test('they stand in the order of their files', () => {
  const stored = [
    checklist('b', { position: 2 }),
    checklist('c', { position: 1 }),
    checklist('a', { position: 2 }),
  ]
  expect(checklistsIn(stored, undefined).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
})
