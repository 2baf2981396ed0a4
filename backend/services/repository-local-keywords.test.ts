import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { servicesProfile } from './import-services.ts'
import { servicesDerivations } from './index.ts'
import { listKeywords } from './repository-keywords.ts'
import {
  addLocalKeywords,
  applyLocalKeywords,
  listLocalKeywords,
  removeLocalKeyword,
  servicesNamed,
} from './repository-local-keywords.ts'
import { service } from './testing.ts'

const key = '99102013000000'
const state = [
  service('hund', { leistungsschluessel: key, keywords: { de: ['Hundesteuer'] } }),
  service('umzug', { keywords: { de: ['Ummelden'] } }),
]

let db: Db
beforeEach(async () => {
  db = (await openTestDatabase()).db
  await publish(state)
})

/** What the state publishes, as the command line imports it. */
const publish = (services: readonly unknown[]) =>
  importContent(db, {
    profile: servicesProfile,
    content: JSON.stringify(services),
    name: 'services.json',
    source: { id: 'state' },
    derivations: servicesDerivations,
    force: true,
  })

const add = (keyword: string, name: string, addedAt = '2026-11-25T09:00:00Z') =>
  db.transaction().execute(async (trx) => {
    await addLocalKeywords(trx, [{ service: name, lang: 'de', keyword, authority: 'Musterstadt', addedAt }])
    await applyLocalKeywords(trx)
  })

const wordsFor = async (id: string) => {
  const page = await listKeywords(db, { lang: 'de', limit: 100 })
  return page?.items
    .filter(({ services }) => services.some((one) => one.id === id))
    .map(({ keyword }) => keyword)
}

test('a service is named by its id or by its Leistungsschluessel', async () => {
  expect(await servicesNamed(db, 'hund')).toEqual(['hund'])
  expect(await servicesNamed(db, key)).toEqual(['hund'])
  expect(await servicesNamed(db, 'katze')).toEqual([])
})

describe('a keyword that an authority adds', () => {
  test.each(['hund', key])('to %s stands in the Stichwortverzeichnis at once', async (name) => {
    await add('Hundemarke', name)
    expect(await wordsFor('hund')).toEqual(['hund', 'Hundemarke', 'Hundesteuer'])
  })

  test('is told apart from those of the state, with its date and who added it', async () => {
    await add('Hundemarke', 'hund')
    expect(await listLocalKeywords(db)).toEqual([
      {
        service: 'hund',
        lang: 'de',
        keyword: 'Hundemarke',
        authority: 'Musterstadt',
        addedAt: '2026-11-25T09:00:00Z',
      },
    ])
  })

  test('keeps its date when it is added once more', async () => {
    await add('Hundemarke', 'hund')
    await add('Hundemarke', 'hund', '2027-01-01T00:00:00Z')
    expect((await listLocalKeywords(db)).map(({ addedAt }) => addedAt)).toEqual(['2026-11-25T09:00:00Z'])
  })

  test('survives that the state publishes its service anew', async () => {
    await add('Hundemarke', 'hund')
    await publish([service('hund', { leistungsschluessel: key, keywords: { de: ['Steuermarke'] } })])
    expect(await wordsFor('hund')).toEqual(['hund', 'Hundemarke', 'Steuermarke'])
  })

  test('comes back with a service that was away for a while', async () => {
    await add('Hundemarke', 'hund')
    await publish([service('umzug')])
    expect(await wordsFor('hund')).toEqual([])
    await publish(state)
    expect(await wordsFor('hund')).toContain('Hundemarke')
  })

  test('follows its Leistungsschluessel to another description', async () => {
    await add('Hundemarke', key)
    await publish([service('hund-neu', { leistungsschluessel: key })])
    expect(await wordsFor('hund-neu')).toContain('Hundemarke')
  })

  test('does not stand there twice where the state has it too, and stays when the state drops it', async () => {
    await add('hundesteuer', 'hund')
    expect(await wordsFor('hund')).toEqual(['hund', 'Hundesteuer'])
    await publish([service('hund', { leistungsschluessel: key })])
    expect(await wordsFor('hund')).toEqual(['hund', 'hundesteuer'])
  })
})

describe('a keyword that is removed', () => {
  const remove = (keyword: string, name?: string) =>
    db.transaction().execute(async (trx) => {
      const gone = await removeLocalKeyword(trx, keyword, name)
      await applyLocalKeywords(trx)
      return gone
    })

  test('leads nowhere any more', async () => {
    await add('Hundemarke', 'hund')
    expect(await remove('HUNDEMARKE')).toBe(1)
    expect(await wordsFor('hund')).toEqual(['hund', 'Hundesteuer'])
  })

  test('goes from one service and stays with another', async () => {
    await add('Marke', 'hund')
    await add('Marke', 'umzug')
    expect(await remove('Marke', 'hund')).toBe(1)
    expect(await wordsFor('umzug')).toContain('Marke')
    expect(await wordsFor('hund')).not.toContain('Marke')
  })

  test('takes none of the state with it', async () => {
    expect(await remove('Hundesteuer')).toBe(0)
    expect(await wordsFor('hund')).toContain('Hundesteuer')
  })
})
