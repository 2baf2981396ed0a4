import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Import, Problem } from '@amtsweg/contract'
import { listAudit } from './access/index.ts'
import { addTestClerk, addTestToken, editing } from './access/testing.ts'
import { offices, openIntake } from './intake/testing.ts'

type Intake = Awaited<ReturnType<typeof openIntake>>
let database: Intake['database']
let told: Intake['told']
let ask: Intake['ask']
let send: Intake['send']
let work: Intake['work']
let checked: Intake['checked']
let applied: Intake['applied']
let request: Intake['request']
let unitIds: Intake['units']
beforeEach(async () => {
  ;({ database, told, ask, send, work, checked, applied, request, units: unitIds } = await openIntake())
})

describe('between report and deed', () => {
  test('nothing is done that was not shown: what has changed meanwhile is shown anew', async () => {
    const shown = await checked('units', 'Kennung;Name\namt;Amt\n')
    await applied(await checked('units', 'Kennung;Name\namt;Ganz anderes Amt\n'))
    const again = await applied(shown)
    expect(again).toMatchObject({ state: 'checked', isStale: true, report: { created: 0, changed: 1 } })
    expect(await unitIds()).toEqual(['Ganz anderes Amt'])
    expect(await applied(again)).toMatchObject({ state: 'applied', isStale: false })
    expect(await unitIds()).toEqual(['Amt'])
  })

  test('what looks damaged is taken on purpose only', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `a${index};Amt ${index}`).join('\n')
    await applied(await checked('units', `Kennung;Name\n${many}\n`))
    const shown = await checked('units', 'Kennung;Name\na0;Amt 0\n', { complete: true })
    expect(shown.report?.suspicions).toEqual(['many-withdrawn'])
    expect((await ask<Problem>('POST', `/imports/${shown.id}/apply`, {})).body.code).toBe('import-suspicious')
    expect((await applied(shown, { accept: true })).state).toBe('applied')
    expect(await unitIds()).toEqual(['Amt 0'])
  })

  test('a second person has to do it, where the authority wants that', async () => {
    const shown = await checked('units', offices)
    await database.db.updateTable('authority').set({ four_eyes: 1 }).where('id', '=', 'hagenow').execute()
    expect((await ask<Problem>('POST', `/imports/${shown.id}/apply`, {})).body.code).toBe('approval-needed')
    const second = await addTestToken(database.db, 'hagenow')
    const byProgram = await ask<Problem>('POST', `/imports/${shown.id}/apply`, {}, second)
    expect(byProgram.body.code).toBe('approval-needed')
    const grants = [{ authority: 'hagenow', roles: ['administrator'] as const }]
    const [maker, other] = [
      await addTestClerk(database.db, { grants }),
      await addTestClerk(database.db, { grants }),
    ]
    await database.db.updateTable('access_token').set({ made_by: maker.id }).execute()
    const apply = ({ headers }: typeof maker) =>
      request(`/api/v1/imports/${shown.id}/apply`, editing('POST', { headers, body: {} }))
    expect(((await (await apply(maker)).json()) as Problem).code).toBe('approval-needed')
    expect((await apply(other)).status).toBe(200)
  })

  test('whoever has sent it does not apply it alone after a second person has tried in vain', async () => {
    const { db } = database
    const grants = [{ authority: 'hagenow', roles: ['administrator'] as const }]
    const [sender, other] = [await addTestClerk(db, { grants }), await addTestClerk(db, { grants })]
    const shown = await checked('units', 'Kennung;Name\namt;Amt\n')
    const actor = JSON.stringify({ token: null, clerk: sender.id })
    await db.updateTable('upload').set({ actor }).where('id', '=', shown.id).execute()
    await applied(await checked('units', 'Kennung;Name\namt;Ganz anderes Amt\n'))
    await db.updateTable('authority').set({ four_eyes: 1 }).where('id', '=', 'hagenow').execute()
    const apply = async ({ headers }: typeof sender) => {
      const init = editing('POST', { headers, body: {} })
      const response = await request(`/api/v1/imports/${shown.id}/apply`, init)
      await work(shown.id)
      return (await response.json()) as Import & Problem
    }
    await apply(other)
    expect((await ask<Import>('GET', `/imports/${shown.id}`)).body).toMatchObject({ isStale: true })
    expect(await apply(sender)).toMatchObject({ code: 'approval-needed' })
    expect(await unitIds()).toEqual(['Ganz anderes Amt'])
    await apply(other)
    expect(await unitIds()).toEqual(['Amt'])
    expect(await listAudit(db, { limit: 1 })).toMatchObject([{ action: 'upload.units', clerk: other.id }])
  })
})

describe('work that ends early', () => {
  test('goes on with the next process, when the server was stopped', async () => {
    const id = await send('units', offices)
    await ask('POST', `/imports/${id}/check`, {})
    await work(id, { signal: AbortSignal.abort() })
    expect((await ask<Import>('GET', `/imports/${id}`)).body.state).toBe('waiting')
    await work(id)
    expect((await ask<Import>('GET', `/imports/${id}`)).body.state).toBe('checked')
  })

  test('says so, and can be asked for again, when it was killed', async () => {
    const id = await send('units', offices)
    await database.db.updateTable('upload').set({ state: 'checking' }).where('id', '=', id).execute()
    expect((await ask<Import>('GET', `/imports/${id}`)).body.state).toBe('interrupted')
    expect((await ask<Import>('POST', `/imports/${id}/check`, {})).body.state).toBe('waiting')
    await work(id)
    expect((await ask<Import>('GET', `/imports/${id}`)).body.state).toBe('checked')
  })

  test('is one file of an authority at a time', async () => {
    const first = await send('units', offices)
    const second = await send('units', offices)
    await ask('POST', `/imports/${first}/check`, {})
    expect((await ask<Problem>('POST', `/imports/${second}/check`, {})).body.code).toBe('import-running')
    await work(first)
    expect((await ask('POST', `/imports/${second}/check`, {})).status).toBe(200)
  })

  test.each([
    ['units', 'Ganz anderes\n1\n', 'The table lacks the column Name'],
    ['units', '[{"id":', 'The file is not complete JSON'],
    ['xzufi', '<transfer', 'not well-formed'],
    ['xzufi', gzipSync(Buffer.alloc(40_000_000)), 'The packed file unpacks to more than'],
  ])('of a file that is no %s says what is wrong', async (kind, content, detail) => {
    const { state, failure } = await checked(kind, content)
    expect([state, failure?.code]).toEqual(['failed', 'file-unreadable'])
    expect(failure?.detail).toContain(detail)
  })

  test('tells how far it is', async () => {
    await checked('units', `Name\n${Array.from({ length: 250 }, (_, index) => `Amt ${index}\n`).join('')}`)
    expect(told).toContainEqual({ phase: 'reading', read: 200 })
    expect(told.at(-1)?.phase).toBe('finishing')
  })
})
