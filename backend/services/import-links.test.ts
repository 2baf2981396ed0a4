import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { hrefsOf, serviceLinks } from './import-links.ts'
import { servicesProfile } from './import-services.ts'
import { importSupplements, service, text } from './testing.ts'

const rebuild = (db: Db) => db.transaction().execute((trx) => serviceLinks.rebuild(trx))
const uses = (db: Db) =>
  db
    .selectFrom('link_use')
    .select(['url', 'owner_id', 'section', 'layer', 'region_key', 'lang'])
    .orderBy('url')
    .execute()
const links = (db: Db) =>
  db.selectFrom('link').select(['url', 'host', 'verdict', 'due_at']).orderBy('url').execute()

const importThem = (db: Db, ...services: readonly object[]) =>
  importContent(db, {
    profile: servicesProfile,
    content: JSON.stringify(services),
    name: 'services.json',
    derivations: [serviceLinks],
    force: true,
  })

let db: Db
beforeEach(async () => {
  ;({ db } = await openTestDatabase())
})

describe('what leads out of a description', () => {
  test('is found in texts, supplements, forms, online services and legal bases, with its place', async () => {
    await importThem(
      db,
      service('pass', {
        regionKey: '13',
        modules: [
          text(
            '06',
            '<p><a href="https://a.amt.de/x#teil">x</a> <a href="https://a.amt.de/x">noch einmal</a></p>',
          ),
          text('06', '<a href="https://en.amt.de/">x</a>', 'en'),
        ],
        forms: [{ title: 'Formular', url: 'https://b.amt.de/' }],
        onlineServices: [{ title: 'Online', url: 'https://c.amt.de/', regionKey: '13003' }],
        legalBasis: [{ title: 'Gesetz', url: 'https://d.amt.de/' }, { title: 'ohne Adresse' }],
      }),
    )
    await importSupplements(db, [
      {
        id: 's',
        service: 'pass',
        regionKey: '13076',
        lang: 'de',
        code: '08',
        html: '<a href="https://e.amt.de/">e</a>',
      },
    ])
    await rebuild(db)
    const at = (url: string, section: string, layer: string, region_key = '13', lang = 'de') => ({
      url,
      owner_id: 'pass',
      section,
      layer,
      region_key,
      lang,
    })
    expect(await uses(db)).toEqual([
      at('https://a.amt.de/x', '06', 'text'),
      at('https://b.amt.de/', 'form', 'part'),
      at('https://c.amt.de/', 'online-service', 'part', '13003'),
      at('https://d.amt.de/', 'legal-basis', 'part'),
      at('https://e.amt.de/', '08', 'supplement', '13076'),
      at('https://en.amt.de/', '06', 'text', '13', 'en'),
    ])
  })

  test('is looked after once, however often it stands there; mail and telephone only where they cannot work', async () => {
    const html =
      '<a href="https://www.amt.de/">x</a> <a href="mailto:a@amt.de">m</a> <a href="mailto:amt">n</a> <a href="tel:115">t</a>'
    await importThem(
      db,
      service('a', { modules: [text('06', html)] }),
      service('b', { modules: [text('07', html)] }),
    )
    expect(await links(db)).toEqual([
      { url: 'https://www.amt.de/', host: 'amt.de', verdict: 'new', due_at: '1970-01-01T00:00:00.000Z' },
      { url: 'mailto:amt', host: '', verdict: 'malformed', due_at: null },
    ])
  })

  test('is left alone where it is invented or reserved for examples', async () => {
    await importThem(
      db,
      service('a', {
        forms: [{ title: 'x', url: 'https://amt.de/', invented: true }],
        onlineServices: [{ title: 'y', url: 'https://musterstadt.example/' }],
      }),
    )
    expect(await links(db)).toEqual([])
  })
})

describe('a new import', () => {
  const form = (url: string) => service('a', { forms: [{ title: 'x', url }] })

  test('keeps what was found out about an address, and forgets addresses that nobody uses', async () => {
    await importThem(db, form('https://amt.de/alt'), {
      ...form('https://amt.de/bleibt'),
      id: 'b',
      identifier: { schemeAgencyId: 't', schemeId: 'l', value: 'b' },
    })
    await db.updateTable('link').set({ verdict: 'dead', failures: 3 }).execute()
    await importThem(db, form('https://amt.de/neu'), {
      ...form('https://amt.de/bleibt'),
      id: 'b',
      identifier: { schemeAgencyId: 't', schemeId: 'l', value: 'b' },
    })
    const rows = await db.selectFrom('link').select(['url', 'verdict', 'failures']).orderBy('url').execute()
    expect(rows).toEqual([
      { url: 'https://amt.de/bleibt', verdict: 'dead', failures: 3 },
      { url: 'https://amt.de/neu', verdict: 'new', failures: 0 },
    ])
  })

  test('of thousands of services finds every link', async () => {
    const many = Array.from({ length: 1_203 }, (_, index) =>
      service(`s${index}`, {
        forms: [2, 3].map((more) => ({ title: 'x', url: `https://amt.de/${index * more}` })),
      }),
    )
    await importThem(db, ...many)
    const expected = new Set(many.flatMap((_, index) => [index * 2, index * 3]))
    expect(await links(db)).toHaveLength(expected.size)
    expect(await uses(db)).toHaveLength(2 * 1_203 - 1)
  })
})

test('every address of a text is found, however deep', () => {
  expect(
    hrefsOf([
      'Wort',
      {
        tag: 'ul',
        children: [{ tag: 'li', children: [{ tag: 'a', href: 'https://a.de/', children: ['a'] }] }],
      },
      { tag: 'a', href: 'tel:115' },
      { tag: 'br' },
    ]),
  ).toEqual(['https://a.de/', 'tel:115'])
})
