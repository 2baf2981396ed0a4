import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { importContent } from '../import/testing.ts'
import { findChecklist } from './find-checklist.ts'
import { checklistsProfile } from './import-checklists.ts'
import { openSearchDatabase } from './testing.ts'

const key = '99102013002000'
const amt = '130745454'

let db: Db
beforeAll(async () => {
  db = await openSearchDatabase(
    { id: 'steuer', title: 'Hundesteuer', titles: { en: 'Dog tax' }, keys: [key], regionKey: '13' },
    { id: 'steuer-berlin', title: 'Hundesteuer in Berlin', keys: [key], regionKey: '11', text: 'Berlin' },
    { id: 'kauf', title: 'Hund gekauft' },
  )
  await importChecklists([
    {
      id: 'hund',
      title: { de: 'Ein Hund zieht ein', en: 'A dog moves in', uk: 'Собака' },
      intro: { de: 'So geht es.' },
      asked: { de: ['hund + gekauft'], en: ['dog + bought'], uk: ['собаку + купили'], nds: ['hund + köfft'] },
      steps: [
        { when: 'after', text: { de: 'Dann', en: 'Then', uk: 'Потім' } },
        {
          when: 'within 2 weeks',
          service: key,
          basis: 'Satzung',
          text: { de: 'Anmelden', en: 'Register', uk: 'Реєстрація' },
        },
        { when: 'now', service: '99999999999999', text: { de: 'Sofort', en: 'Now', uk: 'Зараз' } },
      ],
    },
  ])
  const local = { id: 'hund', area: amt, mode: 'extend', steps: [{ when: 'before', text: { de: 'Beutel' } }] }
  await importChecklists([local], 'town')
})

const importChecklists = (content: unknown, source = 'tests') =>
  importContent(db, {
    profile: checklistsProfile,
    content: JSON.stringify(content),
    name: 'checklists.json',
    source: { id: source, name: source },
  })
const find = (q: string, more: object = {}) => findChecklist(db, { q, lang: 'de', ...more })

describe('a question', () => {
  test('leads to its steps in the order of time, each with its service where one is described', async () => {
    expect(await find('Wir haben einen Hund gekauft', { area: '13074' })).toEqual({
      id: 'hund',
      title: 'Ein Hund zieht ein',
      intro: 'So geht es.',
      lang: 'de',
      steps: [
        { when: { moment: 'now' }, text: 'Sofort' },
        {
          when: { moment: 'after', value: 2, unit: 'WOCHE' },
          text: 'Anmelden',
          service: { id: 'steuer', title: 'Hundesteuer', lang: 'de' },
          basis: 'Satzung',
        },
        { when: { moment: 'after' }, text: 'Dann' },
      ],
      updatedAt: '2026-11-25',
      source: { id: 'tests', name: 'tests' },
    })
  })

  test('leads to the description that holds in the area', async () => {
    const found = await find('ich habe einen Hund gekauft', { area: '110000000000' })
    expect(found?.steps.find(({ service }) => service)?.service?.id).toBe('steuer-berlin')
  })

  test('gets what an authority adds in its area alone', async () => {
    const texts = async (area: string) =>
      (await find('neuen Hund gekauft', { area }))?.steps.map(({ text }) => text)
    expect(await texts(`${amt}012`)).toEqual(['Beutel', 'Sofort', 'Anmelden', 'Dann'])
    expect(await texts('13076')).toEqual(['Sofort', 'Anmelden', 'Dann'])
  })

  test.each([
    ['I bought a dog', 'de', 'en'],
    ['ми купили собаку', 'de', 'uk'],
    ['ik heff en Hund köfft', 'de', 'de'],
    ['Wir haben einen Hund gekauft', 'en', 'en'],
    ['Wir haben einen Hund gekauft', 'uk-UA', 'uk'],
    ['Wir haben einen Hund gekauft', 'fr', 'de'],
  ])('"%s" on a page in %s is answered in %s', async (q, lang, expected) => {
    expect((await find(q, { lang }))?.lang).toBe(expected)
  })

  test('that is the title of a service is a search', async () => {
    expect(await find('Hund gekauft')).toBeUndefined()
    expect(await find('hund GEKAUFT!')).toBeUndefined()
    expect(await find('Hund gekauft was tun')).toBeDefined()
  })

  test.each(['', '  ', 'Hund', 'xqzvwk', '"; drop table checklist'])('"%s" is none', async (q) => {
    expect(await find(q)).toBeUndefined()
  })
})

test('what is worked out is kept: one matcher for all areas that share their checklists', async () => {
  const made: string[] = []
  const remember = <Value>(key: string, make: () => Promise<Value>) => {
    made.push(key)
    return make()
  }
  await findChecklist(db, { q: 'Hund', lang: 'de', area: '13074' }, remember)
  await findChecklist(db, { q: 'neuen Hund gekauft', lang: 'de', area: `${amt}012` }, remember)
  expect(made).toEqual([
    'checklists',
    'questions ',
    'checklists',
    `questions ${amt}`,
    `checklist hund de ${amt}012`,
  ])
})
