import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportPage, Problem } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addTestToken } from '../access/testing.ts'
import { importUnits, unit } from '../directory/testing.ts'
import { xzufiFile } from '../import/testing.ts'
import { importServices, service } from '../services/testing.ts'
import { offices, openIntake } from './testing.ts'

const town = '130760060060'

type Intake = Awaited<ReturnType<typeof openIntake>>
let database: Intake['database']
let token: string
let ask: Intake['ask']
let send: Intake['send']
let checked: Intake['checked']
let applied: Intake['applied']
let rejected: Intake['rejected']
let unitIds: Intake['units']
let intake: Intake
beforeEach(async () => {
  intake = await openIntake()
  ;({ database, token, ask, send, checked, applied, rejected, units: unitIds } = intake)
})

describe('a table of offices', () => {
  test('is shown first and changes nothing', async () => {
    const shown = await checked('units', offices)
    expect(shown).toMatchObject({
      state: 'checked',
      report: { read: 2, rejected: 0, created: 2, changed: 0, unchanged: 0, withdrawn: 0, suspicions: [] },
    })
    expect(shown.report?.changes.map(({ kind, name, how }) => `${how} ${kind} ${name}`)).toEqual([
      'created unit Bürgeramt',
      'created unit Standesamt',
    ])
    expect(await unitIds()).toEqual([])
  })

  test('is applied when somebody says so, as the authority’s own, and stands in the trail', async () => {
    const done = await applied(await checked('units', offices))
    expect(done).toMatchObject({ state: 'applied', report: { created: 2 } })
    expect(await unitIds()).toEqual(['Bürgeramt', 'Standesamt'])
    const [row] = await database.db.selectFrom('unit').select(['id', 'source_id', 'content']).execute()
    expect(row?.source_id).toBe('authority-hagenow')
    expect(JSON.parse(row?.content ?? '{}')).toMatchObject({
      hours: { spans: [{ weekday: 1, opens: '08:00' }] },
    })
    const record = await ask('GET', `/units/${row?.id}/record`)
    expect(record.status).toBe(200)
    expect(await listAudit(database.db, { limit: 5 })).toMatchObject([
      { action: 'upload.units', authority: 'hagenow', token: token.slice(4, 16) },
    ])
  })

  test('sent again changes nothing, and what it lacks stays', async () => {
    await applied(await checked('units', offices))
    const again = await checked('units', offices.split('\n').slice(0, 2).join('\n'))
    expect(again.report).toMatchObject({ read: 1, created: 0, changed: 0, unchanged: 1, withdrawn: 0 })
  })

  test('said to be complete withdraws what it lacks', async () => {
    await applied(await checked('units', offices))
    const less = await checked('units', offices.split('\n').slice(0, 2).join('\n'), { complete: true })
    expect(less.report).toMatchObject({ withdrawn: 1, byKind: [{ kind: 'unit', withdrawn: 1 }] })
    await applied(less)
    expect(await unitIds()).toEqual(['Bürgeramt'])
  })

  test.each([
    ['Windows-1252', Buffer.from(offices, 'latin1')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${offices}`)],
    ['UTF-16', Buffer.from(`\ufeff${offices}`, 'utf16le')],
    ['gzip', gzipSync(offices)],
  ])('is read in %s', async (_, bytes) => {
    const { report } = await checked('units', bytes)
    expect(report?.changes.map(({ name }) => name)).toEqual(['Bürgeramt', 'Standesamt'])
  })

  test('tells of each record that is left out why, and takes the others', async () => {
    const shown = await checked(
      'units',
      'Name;Regionalschlüssel;E-Mail\nBürgeramt;;\n;;\nFremdes Amt;130765658;\nFalsch;12;\nPost;;kein Briefkasten\n',
    )
    expect(shown.report).toMatchObject({ read: 5, rejected: 4, created: 1 })
    expect(
      (await rejected(shown)).map(({ line, code, field, reason }) => ({ line, code, field, reason })),
    ).toEqual([
      expect.objectContaining({
        line: 3,
        code: 'field-missing',
        field: 'name',
        reason: 'Eine Angabe fehlt: name.',
      }),
      expect.objectContaining({
        line: 4,
        code: 'not-yours',
        reason: 'Der Datensatz liegt außerhalb Ihres Gebiets.',
      }),
      expect.objectContaining({ line: 5, code: 'not-yours' }),
      expect.objectContaining({ line: 6, code: 'field-invalid', field: 'contacts/0' }),
    ])
    const csv = await ask('GET', `/imports/${shown.id}/rejected.csv`)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.text.replace('\ufeff', '').split('\r\n')[0]).toBe(
      'Zeile;Datensatz;Feld;Grund;Hinweis für die Technik',
    )
  })

  test('puts no formula into the table of what was left out', async () => {
    const shown = await checked('units', 'Name;Regionalschlüssel\n=1+1;130765658\n')
    expect((await ask('GET', `/imports/${shown.id}/rejected.csv`)).text).toContain(`;'=1+1;`)
  })
})

describe('an authority', () => {
  test('never changes what belongs to another source', async () => {
    await importUnits(database.db, [unit('rathaus', { regionKey: town })])
    const shown = await checked('units', 'Kennung;Name\nrathaus;Gekapert\n')
    expect(await rejected(shown)).toMatchObject([{ code: 'taken' }])
  })

  test.each([
    ['in another area', { regionKey: '130765658' }, 'not-yours'],
    ['everywhere', {}, 'not-yours'],
    ['under an address of others', { id: '99102013000000', regionKey: town }, 'field-invalid'],
  ])('describes no service %s', async (_, more, code) => {
    const { identifier: _identifier, ...bare } = service('markt', more)
    const shown = await checked('services', JSON.stringify([bare]))
    expect(shown.report).toMatchObject({ created: 0, rejected: 1 })
    expect(await rejected(shown)).toMatchObject([{ code }])
  })

  test('describes none that is reserved to the Land', async () => {
    const key = '99102013000000'
    await importServices(database.db, [service('hund', { leistungsschluessel: key, typisierung: '2' })])
    const own = {
      ...service('unser-hund', { leistungsschluessel: key, regionKey: town }),
      identifier: undefined,
    }
    expect(await rejected(await checked('services', JSON.stringify([own])))).toMatchObject([
      { code: 'reserved' },
    ])
  })

  test('describes its own, from a spreadsheet too', async () => {
    const done = await applied(
      await checked('services', 'Titel;Volltext;Kosten\nMarktstand;Ein <Stand>;10 Euro\n'),
    )
    expect(done.state).toBe('applied')
    const found = await intake.request(`/api/v1/services?q=Marktstand&area=${town}`, {})
    expect(((await found.json()) as { items: unknown[] }).items).toHaveLength(1)
  })

  test('adds to services of others in its own area only', async () => {
    await importServices(database.db, [service('hund')])
    const text = (regionKey: string) => ({
      service: 'hund',
      regionKey,
      lang: 'de',
      code: '06',
      html: '<p>Hier</p>',
    })
    const shown = await checked('supplements', JSON.stringify([text(town), text('130765658')]))
    expect(shown.report).toMatchObject({ created: 1, rejected: 1 })
    expect(await rejected(shown)).toMatchObject([{ code: 'not-yours' }])
    await applied(shown)
    const read = await ask<{ items: unknown[] }>('GET', `/services/hund/supplements/${town}`)
    expect(read.body.items).toHaveLength(1)
  })

  test('says who answers in its own area only', async () => {
    await applied(await checked('units', 'Kennung;Name\namt;Amt\n'))
    const shown = await checked(
      'responsibilities',
      'Leistungsschlüssel;Schlüssel;Rolle;Stelle\n99102013000000;;zuständig;amt\n99102013000000;130765658;;amt\n99102013000000;;;keins\n991;;;amt\n',
    )
    expect(shown.report).toMatchObject({ created: 1, rejected: 3 })
    expect((await rejected(shown)).map(({ code }) => code)).toEqual([
      'not-yours',
      'unit-unknown',
      'field-invalid',
    ])
    await applied(shown)
    const rows = await database.db.selectFrom('responsibility').selectAll().execute()
    expect(rows).toMatchObject([{ region_key: '130760060', role: 'responsible', unit_id: 'amt' }])
  })

  test('sees and touches no file of another', async () => {
    const id = await send('units', offices)
    const other = await addTestToken(database.db, 'kreis')
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/rejected'],
      ['POST', '/check'],
    ] as const)
      expect(
        (await ask<Problem>(method, `/imports/${id}${path}`, method === 'POST' ? {} : undefined, other)).body
          .code,
      ).toBe('import-unknown')
    expect((await ask<ImportPage>('GET', '/imports', undefined, other)).body.total).toBe(0)
  })
})

describe('XZuFi of an authority', () => {
  const module = `<modulText><leikaTextmodul><code>03</code></leikaTextmodul><inhalt languageCode="de">Markt</inhalt></modulText>`
  const leistung = (id: string, areas: string) =>
    `<schreibe><leistung><id>${id}</id>${module}${areas}</leistung></schreibe>`
  const office = (id: string, areas: string) =>
    `<schreibe><organisationseinheit><id>${id}</id><name languageCode="de">${id}</name><zustaendigkeit><id>z${id}</id>
      <leistungID>1</leistungID>${areas}</zustaendigkeit></organisationseinheit></schreibe>`
  const area = (key: string) => `<gebietID>${key}</gebietID>`

  test('leaves out what holds elsewhere, or everywhere', async () => {
    const shown = await checked(
      'xzufi',
      xzufiFile(leistung('1', area(town)) + leistung('2', area('130765658')) + leistung('3', '')),
    )
    expect(shown.report).toMatchObject({ read: 3, rejected: 2, created: 1 })
    expect((await rejected(shown)).map(({ code, record }) => [code, record])).toEqual([
      ['not-yours', '2'],
      ['not-yours', '3'],
    ])
    await applied(shown)
    const rows = await database.db.selectFrom('service').select(['region_key', 'source_id']).execute()
    expect(rows).toEqual([{ region_key: town, source_id: 'upload-hagenow' }])
    expect(await database.db.selectFrom('xzufi_record').select('value').execute()).toEqual([{ value: '1' }])
  })

  test('makes its units act in its own area only', async () => {
    const shown = await checked(
      'xzufi',
      xzufiFile(
        leistung('1', area(town)) +
          office('amt', area(town)) +
          office('kreis', area('13076')) +
          office('all', ''),
      ),
    )
    expect((await rejected(shown)).map(({ record }) => record)).toEqual(['kreis', 'all'])
    await applied(shown)
    const rows = await database.db.selectFrom('responsibility').select('region_key').execute()
    expect(rows).toEqual([{ region_key: town }])
    const units = await database.db.selectFrom('unit').select(['name', 'region_key', 'general']).execute()
    expect(units).toEqual([{ name: 'amt', region_key: '130760060', general: 0 }])
  })

  test('withdraws what a later file lacks', async () => {
    await applied(await checked('xzufi', xzufiFile(leistung('1', area(town)) + leistung('2', area(town)))))
    const later = await checked('xzufi', xzufiFile(leistung('1', area(town))))
    expect(later.report).toMatchObject({ created: 0, changed: 0, withdrawn: 1 })
    const changes = await checked('xzufi-changes', xzufiFile(leistung('1', area(town))))
    expect(changes.report?.withdrawn).toBe(0)
  })
})

test('more offices than a statement of any engine takes are compared', async () => {
  const units = Array.from({ length: 33_000 }, (_, index) => ({
    ...{ id: `amt-${index}`, tier: 'municipal', regionKey: '130760060060', names: { de: `Amt ${index}` } },
  }))
  const shown = await checked('units', gzipSync(JSON.stringify(units)))
  expect(shown).toMatchObject({ state: 'checked', report: { created: 33_000 } })
})

test('a name without end is no name of an office, in JSON as in a table', async () => {
  const name = Array.from({ length: 501 }, (_, index) => index % 10).join('')
  for (const content of [
    JSON.stringify([unit('amt', { regionKey: town, names: { de: name } })]),
    `Name;PLZ;Ort\n${name};19230;Hagenow\n`,
  ]) {
    const shown = await checked('units', content)
    expect(shown).toMatchObject({ report: { rejected: 1, created: 0 } })
    expect(await rejected(shown)).toMatchObject([{ code: 'field-invalid', field: 'names/de' }])
  }
})

test('a file without records is called so, and not by where it lies on the server', async () => {
  const { failure } = await checked('units', '[]')
  expect(failure).toEqual({ code: 'file-unreadable', detail: 'units: The file holds no records.' })
})
