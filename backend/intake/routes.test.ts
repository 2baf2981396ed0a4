import { beforeEach, describe, expect, test } from 'vitest'
import type { Import, ImportPage, Problem } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import { addTestUpload, offices, openIntake } from './testing.ts'

type Intake = Awaited<ReturnType<typeof openIntake>>
let database: Intake['database']
let token: string
let ask: Intake['ask']
let send: Intake['send']
let part: Intake['part']
let work: Intake['work']
let intake: Intake
beforeEach(async () => {
  intake = await openIntake()
  ;({ database, token, ask, send, part, work } = intake)
})

describe('the parts of a file', () => {
  test('come in their order, and count once', async () => {
    const { body } = await ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a.csv' })
    const half = offices.slice(0, 40)
    expect((await part(body.id, 0, half)).body).toMatchObject({ parts: 1, bytes: Buffer.byteLength(half) })
    expect((await part(body.id, 0, half)).body.parts).toBe(1)
    expect((await part(body.id, 0, 'etwas anderes')).body.code).toBe('import-state')
    expect((await part(body.id, 2, 'x')).body.code).toBe('import-state')
    expect((await part(body.id, 1, offices.slice(40))).body.parts).toBe(2)
    await ask('POST', `/imports/${body.id}/check`, {})
    await work(body.id)
    expect((await ask<Import>('GET', `/imports/${body.id}`)).body.report?.created).toBe(2)
  })

  test('come from whoever has announced the file: a second person looks at what the first one has sent', async () => {
    const { body } = await ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a.csv' })
    const other = await addTestToken(database.db, 'hagenow')
    const sent = await intake.request(`/api/v1/imports/${body.id}/parts/0`, {
      ...editing('PUT', { token: other }),
      body: Buffer.from(offices),
    })
    expect([sent.status, ((await sent.json()) as Problem).code]).toEqual([403, 'not-yours'])
  })

  test.each([
    ['a workbook', Buffer.from('PK\u0003\u0004xxxx')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
  ])('are refused when the file is %s', async (_, bytes) => {
    const { body } = await ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a' })
    const { status, body: problem } = await part(body.id, 0, bytes)
    expect([status, problem.code]).toEqual([422, 'import-not-text'])
  })

  test('are at most as many bytes as the operator allows', async () => {
    const events = { watch: () => undefined, close: () => {} }
    const uploads = {
      maxBytes: 10,
      maxHeldBytes: 99,
      work: { kick: () => {}, progressOf: () => undefined },
      events,
    }
    intake.restart({ uploads })
    const { body } = await ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a' })
    expect((await part(body.id, 0, 'x'.repeat(11))).body.code).toBe('import-too-large')
    expect((await ask<Problem>('GET', `/imports/${body.id}/events`)).body.code).toBe('unavailable')
  })

  test('are together at most as many bytes as the disk shall hold, whosever they are', async () => {
    const events = { watch: () => undefined, close: () => {} }
    const uploads = {
      maxBytes: 10,
      maxHeldBytes: 15,
      work: { kick: () => {}, progressOf: () => undefined },
      events,
    }
    intake.restart({ uploads })
    const announce = async () =>
      (await ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a' })).body.id
    await addAuthority(database.db, 'landhagen', '130755555')
    await addTestUpload(database.db, 'b'.repeat(22), 'landhagen', 'checked')
    await database.db.updateTable('upload').set({ bytes: 8 }).where('id', '=', 'b'.repeat(22)).execute()
    await database.db.deleteFrom('upload_part').execute()
    const [first, second] = [await announce(), await announce()]
    // What was taken away already takes no room.
    expect((await part(first, 0, 'x'.repeat(9))).status).toBe(200)
    const full = await part(second, 0, 'x'.repeat(7))
    expect([full.status, full.body.code]).toEqual([507, 'imports-full'])
    const content = { upload_id: 'b'.repeat(22), position: 0, content: '' }
    await database.db.insertInto('upload_part').values(content).execute()
    expect((await part(second, 0, 'x')).body.code).toBe('imports-full')
    await ask('DELETE', `/imports/${first}`)
    expect((await part(second, 0, 'x'.repeat(7))).status).toBe(200)
  })

  test('of one authority leave room for those of others', async () => {
    const uploads = {
      maxBytes: 4,
      maxHeldBytes: 20,
      work: { kick: () => {}, progressOf: () => undefined },
      events: { watch: () => undefined, close: () => {} },
    }
    intake.restart({ uploads })
    const sent = async () => {
      const { body } = await ask<Import>('POST', '/imports', { kind: 'units', fileName: 'a' })
      return part(body.id, 0, 'Name')
    }
    expect([(await sent()).status, (await sent()).status]).toEqual([200, 200])
    expect((await sent()).body.code).toBe('imports-full')
  })

  test('are deleted with their file, and older files make room', async () => {
    const id = await send('units', offices)
    expect((await ask('DELETE', `/imports/${id}`)).status).toBe(204)
    expect(await database.db.selectFrom('upload_part').selectAll().execute()).toEqual([])
    for (let count = 0; count < 22; count += 1) await send('units', offices)
    expect((await ask<ImportPage>('GET', '/imports?limit=5')).body).toMatchObject({ total: 20 })
  })
})

describe('the events', () => {
  test('tell how things stand, and end when it is over', async () => {
    await addTestUpload(database.db, 'a'.repeat(22), 'hagenow', 'checked')
    const { text, headers } = await ask('GET', `/imports/${'a'.repeat(22)}/events`)
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect([headers.get('x-accel-buffering'), headers.get('cache-control')]).toEqual([
      'no',
      'private, no-store, no-transform',
    ])
    expect(text).toBe(
      'retry: 2000\n\nid: checked..\nevent: progress\ndata: {"state":"checked","phase":null,"read":null}\n\nevent: end\ndata: {}\n\n',
    )
  })

  test('tell nothing twice to who comes again', async () => {
    await addTestUpload(database.db, 'a'.repeat(22), 'hagenow', 'checked')
    const response = await intake.request(`/api/v1/imports/${'a'.repeat(22)}/events`, {
      headers: { authorization: `Bearer ${token}`, 'last-event-id': 'checked..' },
    })
    expect(await response.text()).toBe('retry: 2000\n\nevent: end\ndata: {}\n\n')
  })

  test('are no place taken by who asks for their header fields alone', async () => {
    const path = `/api/v1/imports/${await send('units', offices)}/events`
    const headers = { authorization: `Bearer ${token}` }
    for (let count = 0; count < 5; count += 1)
      expect((await intake.request(path, { method: 'HEAD', headers })).status).toBe(200)
    const { status, body } = await intake.request(path, { headers })
    expect(status).toBe(200)
    await body?.cancel()
  })

  test('end with the right to see them', async () => {
    const id = await send('units', offices)
    const { body } = await intake.request(`/api/v1/imports/${id}/events`, {
      headers: { authorization: `Bearer ${token}` },
    })
    await database.db.updateTable('access_token').set({ revoked_at: testStart.toISOString() }).execute()
    const text = await new Response(body).text()
    expect(text).toBe('retry: 2000\n\n')
  })

  test('are watched by a few at once, and end with the server', async () => {
    const id = await send('units', offices)
    const watch = () =>
      intake.request(`/api/v1/imports/${id}/events`, { headers: { authorization: `Bearer ${token}` } })
    const streams = []
    for (let count = 0; count < 5; count += 1) streams.push(await watch())
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 503])
    await Promise.all(streams.slice(0, 4).map(async ({ body }) => body?.cancel()))
    const again = await watch()
    expect(again.status).toBe(200)
    await again.body?.cancel()
  })
})
