import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Import, ImportState, Problem, RejectedPage } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { Db } from '../database/database.ts'
import { writeSoon } from '../database/write-soon.ts'
import { createApp } from '../http/app.ts'
import { handClock } from '../jobs/testing.ts'
import { testFolder } from '../operation/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { type Progress, runUpload } from '../upload-run.ts'
import { addUpload, changeUpload } from './repository.ts'

/** A file that an authority has announced, in a state that a test needs. */
export async function addTestUpload(
  db: Db,
  id: string,
  authority: string,
  state: ImportState = 'receiving',
  actor: { readonly token: string | null; readonly clerk: string | null } = { token: null, clerk: null },
): Promise<void> {
  const at = '2026-11-23T09:00:00.000Z'
  await addUpload(db, {
    ...{
      id,
      authority_id: authority,
      actor: JSON.stringify(actor),
      kind: 'units',
      options: null,
      complete: 0,
    },
    ...{ file_name: `Bestand-${authority}`, created_at: at, kept_until: '2027-11-23T09:00:00.000Z' },
  })
  await changeUpload(db, { id, state: 'receiving' }, { state })
}

/** An authority at work: it sends files, has them checked and applied, and what works beside the server works here when the test says so. */
export async function openIntake() {
  const database = await openPlaces()
  await addAuthority(database.db, 'hagenow', '130760060')
  await addAuthority(database.db, 'kreis', '13076')
  const token = await addTestToken(database.db, 'hagenow')
  const told: Progress[] = []
  const appOf = (more: Partial<Parameters<typeof createApp>[0]> = {}) =>
    createApp({ database, now: () => testStart, ...more })
  let app = appOf()

  const ask = async <Answer>(method: string, path: string, body?: unknown, as = token) => {
    const response = await app.request(`/api/v1${path}`, { ...editing('GET', { token: as, body }), method })
    const text = await response.text()
    const read = /^[[{]/.test(text) ? (JSON.parse(text) as Answer) : (text as Answer)
    return { status: response.status, headers: response.headers, text, body: read }
  }
  const part = async (id: string, position: number, content: string | Uint8Array) => {
    const response = await app.request(`/api/v1/imports/${id}/parts/${position}`, {
      ...editing('PUT', { token }),
      body: Buffer.from(content),
    })
    return { status: response.status, body: (await response.json()) as Import & Problem }
  }
  const send = async (kind: string, content: string | Uint8Array, more: object = {}): Promise<string> => {
    const { body } = await ask<Import>('POST', '/imports', { kind, fileName: 'datei', ...more })
    await part(body.id, 0, content)
    return body.id
  }
  const work = (id: string, more: { readonly signal?: AbortSignal } = {}) =>
    runUpload(
      {
        ...{ db: database.db, write: writeSoon(database.writeIfFree) },
        ...{ clock: handClock(testStart.toISOString()), holder: randomUUID() },
        ...{ workFile: join(testFolder(), 'database'), signal: new AbortController().signal },
        ...{ tell: (progress) => void told.push(progress), ...more },
      },
      id,
    )
  const read = async (id: string) => (await ask<Import>('GET', `/imports/${id}`)).body
  return {
    ...{ database, token, told, ask, part, send, work, read },
    request: (path: string, init: RequestInit) => app.request(path, init),
    /** A server of other settings on the same database. */
    restart(more: Parameters<typeof appOf>[0]) {
      app = appOf(more)
    },
    async checked(kind: string, content: string | Uint8Array, more: object = {}): Promise<Import> {
      const id = await send(kind, content, more)
      await ask('POST', `/imports/${id}/check`, {})
      await work(id)
      return read(id)
    },
    async applied({ id }: Pick<Import, 'id'>, order: object = {}): Promise<Import> {
      await ask('POST', `/imports/${id}/apply`, order)
      await work(id)
      return read(id)
    },
    rejected: async ({ id }: Pick<Import, 'id'>) =>
      (await ask<RejectedPage>('GET', `/imports/${id}/rejected`)).body.items,
    units: async () =>
      (await database.db.selectFrom('unit').select(['id', 'name']).orderBy('id').execute()).map(
        ({ name }) => name,
      ),
  }
}

/** Two offices as a spreadsheet saves them. */
export const offices =
  'Name;Straße;PLZ;Ort;Telefon;Montag\nBürgeramt;Lange Straße;19230;Hagenow;03883 1;08:00 - 12:00 Uhr\nStandesamt;;19230;Hagenow;03883 2;\n'
