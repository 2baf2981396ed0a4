import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '@amtsweg/contract'
import { listAudit } from './access/index.ts'
import { editing } from './access/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import type { LdapEntry, LdapQuestion } from './directory/index.ts'
import { erika, openTown, personId } from './directory/testing.ts'
import { gonePeopleJob } from './gone-people-job.ts'
import { LdapError } from './integration/ldap-directory.ts'
import { systemClock } from './jobs/index.ts'
import { ldapCommand } from './ldap-cli.ts'
import { peopleCommand } from './people-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'amtsweg-people-'))
afterAll(() => rmSync(folder, { recursive: true }))

let town: Awaited<ReturnType<typeof openTown>>
let said: string[]
let now: Date
beforeEach(async () => {
  town = await openTown()
  said = []
  now = new Date('2026-11-23T09:00:00Z')
})
const place = () => ({ db: town.db, say: (line: string) => void said.push(line), now: () => now })
const people = (...args: string[]) => peopleCommand(args, place())
const forgetGone = () =>
  gonePeopleJob({
    db: town.db,
    write: writeSoon(town.database.writeIfFree),
    clock: { ...systemClock, now: () => now },
  }).run(new AbortController().signal)
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const list = (...rows: string[]) =>
  file('people.csv', ['Kennung;Vorname;Nachname;Funktion;Stelle;Telefon;Einwilligung', ...rows].join('\n'))
const both = ['1;Erika;Muster;Leitung;Rathaus;03841 1;1.11.2026', '2;Otto;Beispiel;Auskunft;archiv;;']
const importList = (rows: readonly string[], ...flags: string[]) =>
  people('import', list(...rows), '--authority', 'hagenow', ...flags)
const rows = () => town.db.selectFrom('person').selectAll().orderBy('external_key').execute()
const found = async (q: string) => {
  const response = await town.app.request(`/api/v1/directory?q=${q}`)
  return ((await response.json()) as { people: Person[] }).people.map(({ name }) => name)
}

describe('a list of people', () => {
  test('is tried first, and changes nothing then', async () => {
    await importList(both, '--dry-run')
    expect(said.slice(-2)).toEqual([
      '2 new, 0 changed, 0 unchanged, 0 back, 0 missed, 0 withdrawn.',
      'Nothing was changed (--dry-run).',
    ])
    expect(await rows()).toEqual([])
  })

  test('is taken, found by who agreed, and recorded without a name', async () => {
    await importList(both)
    expect([await found('muster'), await found('beispiel'), await found('auskunft')]).toEqual([
      ['Erika Muster'],
      [],
      [undefined],
    ])
    const [entry] = await listAudit(town.db, { limit: 1 })
    expect(entry).toMatchObject({ action: 'people.csv', subject: 'hagenow' })
    expect(said.join()).not.toMatch(/Muster|Beispiel|Erika/)
  })

  test('a second time changes nothing', async () => {
    await importList(both)
    const before = await rows()
    now = new Date('2026-11-24T09:00:00Z')
    await importList(both)
    expect(said.at(-1)).toBe('0 new, 0 changed, 2 unchanged, 0 back, 0 missed, 0 withdrawn.')
    expect(await rows()).toEqual(before)
    expect(await listAudit(town.db, { limit: 9 })).toHaveLength(1)
  })

  test('withdraws nobody but with --complete, and takes back who comes again', async () => {
    await importList(both)
    await importList(both.slice(1))
    expect(await found('muster')).toEqual(['Erika Muster'])
    await importList(both.slice(1), '--complete')
    expect(await found('muster')).toEqual([])
    await importList(both)
    expect(said.at(-1)).toBe('0 new, 0 changed, 1 unchanged, 1 back, 0 missed, 0 withdrawn.')
    expect(await found('muster')).toEqual(['Erika Muster'])
  })

  test('keeps what was edited at the desk, and does not bring a consent back', async () => {
    await importList(both)
    const [{ id } = { id: '' }] = await rows()
    const desk = { givenName: 'Erika', familyName: 'Schmidt', functions: [{ unitId: 'rathaus', names: { de: 'Leitung' } }] }
    await town.app.request(`/api/v1/people/${id}/record`, editing('PUT', { token: town.token, body: desk, match: '*' }))
    await importList(['1;Erna;Muster;Chefin;Rathaus;03841 9;1.11.2026'])
    const content = JSON.parse((await rows())[0]?.content ?? '') as object
    expect(content).toMatchObject({ givenName: 'Erna', familyName: 'Schmidt', functions: [{ names: { de: 'Chefin' } }] })
    expect(content).toMatchObject({ contacts: [] })
    expect(content).not.toHaveProperty('naming')
  }) // prettier-ignore

  test('leaves people of the desk and of other towns alone', async () => {
    await town.put(1, erika)
    await importList(both, '--complete')
    expect((await rows()).map(({ id }) => id)).toContain(personId(1))
    await expect(people('import', list('1;;M;L;landhagen-amt;;'), '--authority', 'hagenow')).resolves.toBeUndefined()
    expect(said).toContain('Line 2 is left out: There is no office "landhagen-amt" of this authority.')
  }) // prettier-ignore

  test('that lacks a third is not believed, unless one insists', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `${index};;M;Leitung;rathaus;;`)
    await importList(many)
    await expect(importList(many.slice(0, 10), '--complete')).rejects.toThrow('10 of 20 people')
    await importList(many.slice(0, 10), '--complete', '--force')
    expect(said.at(-1)).toContain('10 withdrawn')
  })

  test('who is withdrawn is in no history and no draft any more, and does not come back by undoing', async () => {
    await importList(both)
    const [{ id } = { id: '' }] = await rows()
    const path = `/people/${id}/record`
    const send = async (method: 'GET' | 'PUT' | 'POST', to: string, body?: object, match = '*') =>
      town.app.request(`/api/v1${to}`, editing(method, { token: town.token, body, match }))
    const basedOn = async () => (await send('GET', path)).headers.get('etag')
    await send('PUT', path, erika)
    const wanted = { ...erika, room: '14' }
    await send('PUT', '/drafts/draft-0001', { subject: path, wanted, basedOn: await basedOn() }, 'new')
    await importList(both.slice(1), '--complete')
    const kept = await Promise.all([
      town.db.selectFrom('edit_history').selectAll().execute(),
      town.db.selectFrom('edit_draft').selectAll().execute(),
    ])
    expect(kept.map(({ length }) => length)).toEqual([1, 0])
    expect(JSON.stringify(kept)).not.toMatch(/Müster|consent/)
    const undone = await send('POST', `/history/${kept[0][0]?.seq}/undo`)
    expect(((await undone.json()) as { code: string }).code).toBe('not-undoable')
  })

  test('who was withdrawn stays for 30 days', async () => {
    await importList(both)
    await importList(both.slice(1), '--complete')
    now = new Date('2026-12-23T09:00:00Z')
    await forgetGone()
    expect(await rows()).toHaveLength(2)
  })

  test('who was withdrawn is gone for good after 30 days', async () => {
    await importList(both)
    await importList(both.slice(1), '--complete')
    now = new Date('2026-12-25T09:00:00Z')
    await forgetGone()
    expect((await rows()).map(({ external_key }) => external_key)).toEqual(['2'])
  })

  test('comes back from an export as it was, with whom the desk has added', async () => {
    await importList(both)
    await town.put(1, erika)
    await people('export', '--authority', 'hagenow')
    const exported = said.at(-1) ?? ''
    const before = await rows()
    await people('import', file('export.csv', exported), '--authority', 'hagenow')
    expect(await rows()).toEqual(before)
  })

  test.each([
    [['import'], 'Which file'],
    [['import', 'x.csv'], 'Whose people'],
    [['import', 'x.csv', '--authority', 'mond'], 'There is no authority mond'],
    [['import', 'nowhere.csv', '--authority', 'hagenow'], 'cannot be read'],
    [['forget'], 'There is no command "people forget"'],
  ])('%j is refused', async (args, words) => {
    await expect(people(...args)).rejects.toThrow(words)
  })
})

describe('a directory', () => {
  const entry = (key: string, changed: string, sn = `Muster${key}`): LdapEntry => ({
    ...{ entryuuid: [key], sn: [sn], title: ['Leitung'], ou: ['10'], modifytimestamp: [changed] },
  })
  const first = [entry('a', '20261101000000Z'), entry('b', '20261102000000Z')]
  let asked: LdapQuestion[]
  beforeEach(() => {
    asked = []
  })
  const settings = file('password', 'geheim') && {
    ...{ url: 'ldaps://ldap.stadt.example', bindDn: 'cn=x', passwordFile: 'password', baseDn: 'dc=stadt' },
    units: { 10: 'rathaus' },
  }
  const sync = (entries: readonly LdapEntry[] | Error, args: string[] = [], isWhole = true) =>
    ldapCommand(['sync', ...args], {
      ...place(),
      settingsFile: file('ldap.json', JSON.stringify({ hagenow: settings })),
      open: () => async (question) => {
        asked.push(question)
        if (entries instanceof Error) throw entries
        return { entries, isWhole }
      },
    })
  const hours = (count: number) => {
    now = new Date(now.getTime() + count * 3_600_000)
  }

  test('is read as a whole first, then what has changed, then as a whole again', async () => {
    await sync(first)
    hours(1)
    await sync([])
    hours(23)
    await sync(first)
    expect(asked.map(({ since }) => since)).toEqual([undefined, '20261102000000Z', undefined])
    expect(said.at(-1)).toContain('0 new, 0 changed, 2 unchanged')
  })

  test('withdraws whoever two complete reads did not have, and nobody whom changes do not name', async () => {
    await sync(first)
    await sync([])
    expect(said.at(-1)).toContain('0 missed, 0 withdrawn')
    await sync(first.slice(1), ['--complete'])
    expect(said.at(-1)).toContain('1 missed, 0 withdrawn')
    await sync(first.slice(1), ['--complete'])
    expect(said.at(-1)).toContain('0 missed, 1 withdrawn')
    await sync(first, ['--complete'])
    expect(said.at(-1)).toContain('1 back')
  })

  test('withdraws nobody where a part of it lies elsewhere, or who is only left out', async () => {
    await sync(first)
    for (const _ of [1, 2, 3]) {
      await sync(first.slice(1), ['--complete'], false)
      await sync([entry('a', '20261101000000Z', ''), first[1]!], ['--complete'])
    }
    expect((await rows()).map(({ withdrawn_on, missed }) => [withdrawn_on, missed])).toEqual([[null, 0], [null, 0]])
  }) // prettier-ignore

  test('that fails changes nothing, not even what is known of it', async () => {
    await sync(first)
    const before = [await rows(), await town.db.selectFrom('people_sync').selectAll().execute()]
    hours(48)
    await expect(sync(new LdapError('weg'))).rejects.toThrow('hagenow: weg')
    expect([await rows(), await town.db.selectFrom('people_sync').selectAll().execute()]).toEqual(before)
  })

  test('brings no consent, and tells no name', async () => {
    await sync(first)
    expect(await found('muster')).toEqual([])
    expect(said.join()).not.toContain('Muster')
  })

  test('is tried first, and changes nothing then', async () => {
    await sync(first, ['--dry-run'])
    expect(said.at(-1)).toContain('2 new')
    expect(await rows()).toEqual([])
  })

  test.each([
    [{ ...settings, url: 'http://x' }, 'hagenow.url'],
    [{ ...settings, passwordFile: 'nothing' }, 'cannot be read'],
    [{ ...settings, attributes: { key: 'a)(b' } }, 'hagenow.attributes.key'],
    [{ ...settings, password: 'x' }, 'Unrecognized key'],
  ])('with settings that are wrong is told so: %j', async (wrong, words) => {
    const settingsFile = file('wrong.json', JSON.stringify({ hagenow: wrong }))
    const open = () => () => Promise.reject(new Error('asked'))
    await expect(ldapCommand(['sync'], { ...place(), settingsFile, open })).rejects.toThrow(words)
  })

  test('that nobody named is told so', async () => {
    await expect(ldapCommand(['sync'], { ...place(), settingsFile: undefined, open: () => () => Promise.reject(new Error()) })).rejects.toThrow('AMTSWEG_LDAP_FILE')
    await expect(sync(first, ['--authority', 'mond'])).rejects.toThrow('names no directory')
  }) // prettier-ignore
})
