import { describe, expect, test } from 'vitest'
import type { Service } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openTestDatabase, versionOf } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { serviceLinks } from './import-links.ts'
import { servicesProfile } from './import-services.ts'
import { findService } from './repository.ts'
import { importSupplements, service, servicesApp, text } from './testing.ts'

const dead = 'https://tot.amt.de/seite'
const alive = 'https://amt.de/'
const anchor = (href: string, children = ['x']) => ({ tag: 'a', href, children })
const html = `<ul><li><a href="${dead}#unten">x</a> und <a href="${alive}">x</a></li></ul>`

async function setUp() {
  const database = await openTestDatabase()
  const { db } = database
  await importContent(db, {
    profile: servicesProfile,
    content: JSON.stringify([
      service('pass', {
        modules: [text('06', html)],
        forms: [{ title: 'F', url: dead }],
        onlineServices: [
          { title: 'O', url: dead, unreachableOn: '1999-01-01' },
          { title: 'P', url: alive },
        ],
        legalBasis: [{ title: 'L', url: `${dead}#p1` }],
      }),
      service('other', { forms: [{ title: 'F', url: alive }] }),
    ]),
    name: 'services.json',
  })
  await importSupplements(db, [
    { id: 's', service: 'pass', regionKey: '13', lang: 'de', code: '06', html: `<a href="${dead}">x</a>` },
  ])
  await db.transaction().execute((trx) => serviceLinks.rebuild(trx))
  return { db, database }
}

const mark = (db: Db) =>
  db
    .updateTable('link')
    .set({ verdict: 'dead', unreachable_on: '2026-11-20' })
    .where('url', '=', dead)
    .execute()
const read = async (db: Db) =>
  (await findService(db, 'pass', { lang: 'de', area: '130765654042' })) as Service

describe('a link that leads nowhere', () => {
  test('carries the day of the last look wherever it stands; its neighbours do not', async () => {
    const { db } = await setUp()
    await mark(db)
    const { modules, forms, onlineServices, legalBasis } = await read(db)
    const marked = { ...anchor(`${dead}#unten`), unreachableOn: '2026-11-20' }
    expect(modules[0]?.content).toEqual([
      { tag: 'ul', children: [{ tag: 'li', children: [marked, ' und ', anchor(alive)] }] },
    ])
    expect(JSON.stringify(modules[0]?.supplements[0]?.content)).toContain('"unreachableOn":"2026-11-20"')
    expect(
      [forms, onlineServices, legalBasis].map((links) => links.map((link) => link.unreachableOn)),
    ).toEqual([['2026-11-20'], ['2026-11-20', undefined], ['2026-11-20']])
  })

  test('is what we found out ourselves, never what a file says', async () => {
    const { db } = await setUp()
    expect(JSON.stringify(await read(db))).not.toContain('unreachableOn')
  })

  test('is no matter of services that do not use it', async () => {
    const { db } = await setUp()
    await mark(db)
    expect(JSON.stringify(await findService(db, 'other', { lang: 'de' }))).not.toContain('unreachableOn')
  })

  test('is told by the API, and changes the state of the data that caches watch', async () => {
    const { db, database } = await setUp()
    const before = await versionOf(database)
    await mark(db)
    expect(await versionOf(database)).not.toBe(before)
    const answer = (await (await servicesApp(db).request('/services/pass')).json()) as Service
    expect(answer.forms[0]?.unreachableOn).toBe('2026-11-20')
  })
})
