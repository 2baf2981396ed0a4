import { beforeEach, describe, expect, test } from 'vitest'
import { type Import, type ImportPage, type Problem, tokenScopes } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addTestToken } from '../access/testing.ts'
import { importUnits, unit } from '../directory/testing.ts'
import { hasOldUploads, removeOldUploads } from './repository.ts'
import { openIntake } from './testing.ts'

const town = '130760060060'
const head = 'Kennung;Vorname;Nachname;Funktion;Stelle;Telefon;Einwilligung am'
const erika = '1;Erika;Muster;Leitung;Rathaus;03883 1;1.11.2026'
const otto = '2;Otto;Beispiel;Auskunft;rathaus;;'
const list = (...rows: string[]) => [head, ...rows, ''].join('\r\n')

let intake: Awaited<ReturnType<typeof openIntake>>
let db: (typeof intake)['database']['db']
beforeEach(async () => {
  intake = await openIntake()
  ;({ db } = intake.database)
  await importUnits(db, [unit('rathaus', { names: { de: 'Rathaus' }, regionKey: town })])
})
const names = async () =>
  (await db.selectFrom('person').select('content').where('withdrawn_on', 'is', null).execute()).map(
    ({ content }) => (JSON.parse(content) as { familyName: string }).familyName,
  )
const withoutPeople = tokenScopes.filter((scope) => scope !== 'people:write')
/** All that is kept of files and their results, as text. */
const keptOfFiles = async () =>
  JSON.stringify([
    await db.selectFrom('upload').selectAll().execute(),
    await db.selectFrom('upload_part').selectAll().execute(),
    await db.selectFrom('upload_rejection').selectAll().execute(),
  ])

describe('a list of people', () => {
  test('is shown first with who would come, and changes nothing', async () => {
    const shown = await intake.checked('people', list(erika, otto))
    expect(shown.report).toMatchObject({ read: 2, rejected: 0, created: 2, suspicions: [] })
    const told = shown.report?.changes.map(({ kind, name, how }) => `${how} ${kind} ${name}`)
    expect(told?.toSorted()).toEqual(['created person Beispiel, Otto', 'created person Muster, Erika'])
    expect(await names()).toEqual([])
  })

  test('is applied as it was shown, found at once, and recorded without a name', async () => {
    const done = await intake.applied(await intake.checked('people', list(erika, otto)))
    expect(done).toMatchObject({ state: 'applied', isStale: false, report: { created: 2, changes: [] } })
    expect((await names()).toSorted()).toEqual(['Beispiel', 'Muster'])
    const found = await intake.request('/api/v1/directory?q=muster', {})
    expect(await found.text()).toContain('Erika Muster')
    expect(await listAudit(db, { limit: 1 })).toMatchObject([
      { action: 'upload.people', authority: 'hagenow' },
    ])
    expect(JSON.stringify(await listAudit(db, { limit: 9 }))).not.toMatch(/Muster|Beispiel/)
    expect(await (await intake.request('/api/v1/changes', {})).text()).not.toMatch(/Muster|Beispiel/)
  })

  test('leaves nothing of anybody behind once it was applied, but numbers and lines', async () => {
    const shown = await intake.checked('people', list(erika, otto, '3;Eva;Fremd;Leitung;Mond;;'))
    expect(await keptOfFiles()).toContain('Muster')
    await intake.applied(shown)
    expect(await db.selectFrom('upload_part').selectAll().execute()).toEqual([])
    expect(await keptOfFiles()).not.toMatch(/Muster|Beispiel|Fremd|Erika|03883/)
    expect(await intake.rejected(shown)).toMatchObject([{ line: 4, code: 'unit-unknown', field: 'Stelle' }])
  })

  test('leaves nothing behind either when it was deleted, or its seven days are over', async () => {
    const shown = await intake.checked('people', list(erika))
    await intake.ask('DELETE', `/imports/${shown.id}`)
    expect(await keptOfFiles()).toBe('[[],[],[]]')
    const forgotten = await intake.checked('people', list(erika))
    expect(forgotten.keptUntil).toBe('2026-11-30T09:00:00.000Z')
    expect(await hasOldUploads(db, '2026-11-30T08:59:59.000Z')).toBe(false)
    expect(await hasOldUploads(db, '2026-11-30T09:00:00.000Z')).toBe(true)
    await removeOldUploads(db, '2026-11-30T09:00:00.000Z')
    expect(await keptOfFiles()).toBe('[[],[],[]]')
  })

  test('tells of each row that is left out where and why, names nobody, and comes back as a table', async () => {
    const shown = await intake.checked(
      'people',
      list(erika, ';Otto;Beispiel;Auskunft;rathaus;;', '3;;;Leitung;rathaus;;', '4;;Fremd;Leitung;Mond;;', '1;;Wieder;Leitung;rathaus;;'),
    ) // prettier-ignore
    expect(shown.report).toMatchObject({ read: 5, rejected: 4, created: 1 })
    expect((await intake.rejected(shown)).map(({ line, record, reason }) => [line, record, reason])).toEqual([
      [3, null, 'Eine Angabe fehlt: Kennung.'],
      [4, null, 'Eine Angabe fehlt: Nachname.'],
      [5, null, 'Die genannte Stelle gibt es nicht. Legen Sie zuerst die Stelle an.'],
      [6, null, 'Der Datensatz steht doppelt in der Datei.'],
    ])
    const csv = await intake.ask('GET', `/imports/${shown.id}/rejected.csv`)
    expect(csv.text.split('\r\n')).toHaveLength(6)
    expect(csv.text).not.toMatch(/Beispiel|Fremd|Wieder/)
  })

  test('again changes nothing; complete, it withdraws who is missing', async () => {
    await intake.applied(await intake.checked('people', list(erika, otto)))
    const again = await intake.checked('people', list(erika, otto), { complete: true })
    expect(again.report).toMatchObject({ created: 0, changed: 0, withdrawn: 0, unchanged: 2 })
    const less = await intake.checked('people', list(otto.replace('Auskunft', 'Empfang')), { complete: true })
    expect(less.report).toMatchObject({ changed: 1, withdrawn: 1 })
    await intake.applied(less)
    expect(await names()).toEqual(['Beispiel'])
  })

  test('that was cut off is taken on purpose only', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `${index};;M;Leitung;rathaus;;`)
    await intake.applied(await intake.checked('people', list(...many)))
    const cut = await intake.checked('people', list(...many.slice(0, 9)), { complete: true })
    expect(cut.report).toMatchObject({ withdrawn: 11, suspicions: ['many-withdrawn'] })
  })

  test('without the columns it takes is no list', async () => {
    const { state, failure } = await intake.checked('people', 'Nachname;Telefon\nMuster;1\n')
    expect([state, failure?.code, failure?.detail]).toEqual([
      'failed',
      'file-unreadable',
      'The columns Funktion, Stelle are missing.',
    ])
  })

  test('names no office of another authority', async () => {
    await importUnits(
      db,
      [unit('kreishaus', { names: { de: 'Kreishaus' }, regionKey: '13076' })],
      'more.json',
    )
    const shown = await intake.checked('people', list('1;;M;Leitung;kreishaus;;'))
    expect(await intake.rejected(shown)).toMatchObject([{ code: 'unit-unknown' }])
  })
})

describe('who may not write of people', () => {
  const addresses = (id: string) =>
    [
      ['GET', `/imports/${id}`],
      ['GET', `/imports/${id}/rejected`],
      ['GET', `/imports/${id}/rejected.csv`],
      ['GET', `/imports/${id}/events`],
      ['PUT', `/imports/${id}/parts/1`],
      ['POST', `/imports/${id}/check`],
      ['POST', `/imports/${id}/apply`],
      ['DELETE', `/imports/${id}`],
    ] as const

  test('neither sends a list of them nor sees or touches one', async () => {
    const other = await addTestToken(db, 'hagenow', withoutPeople)
    const { id } = await intake.checked('people', list(erika))
    const announced = await intake.ask<Problem>('POST', '/imports', { kind: 'people', fileName: 'a' }, other)
    expect([announced.status, announced.body.code]).toEqual([403, 'scope-missing'])
    for (const [method, path] of addresses(id)) {
      const body = method === 'POST' || method === 'PUT' ? {} : undefined
      const { status, text } = await intake.ask<Problem>(method, path, body, other)
      expect([method, path, status]).toEqual([method, path, 403])
      expect(text).toContain('people:write')
    }
    expect((await intake.ask<ImportPage>('GET', '/imports', undefined, other)).body).toMatchObject({
      total: 0,
    })
    expect((await intake.ask<ImportPage>('GET', '/imports')).body).toMatchObject({ total: 1 })
  })

  test('is everybody of another authority', async () => {
    const other = await addTestToken(db, 'kreis')
    const { id } = await intake.checked('people', list(erika))
    for (const [method, path] of addresses(id)) {
      const body = method === 'POST' || method === 'PUT' ? {} : undefined
      expect((await intake.ask<Problem>(method, path, body, other)).body.code).toBe('import-unknown')
    }
    expect((await intake.ask<ImportPage>('GET', '/imports', undefined, other)).body.total).toBe(0)
  })

  test('still sends other files', async () => {
    const other = await addTestToken(db, 'hagenow', withoutPeople)
    const { status } = await intake.ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a' }, other)
    expect(status).toBe(200)
  })
})
