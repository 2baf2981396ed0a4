import { beforeAll, expect, test } from 'vitest'
import { addAuthority } from '../../access/testing.ts'
import { addTestCollection, point, publishTestVersion } from '../../geodata/testing.ts'
import { openPages } from '../testing.ts'
import { readerOfFrames } from './testing.ts'

let pages: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  pages = await openPages()
  const { db, database } = pages
  await addAuthority(db, 'musterstadt', '130760000000')
  for (const [id, audience] of [
    ['spielplaetze', 'public'],
    ['leitungen', 'authorities'],
  ] as const) {
    await addTestCollection(db, { id, authority_id: 'musterstadt', title: `Alle ${id}`, audience })
    await publishTestVersion(database, id, [point('p1', 11.4, 53.6), point('p2', 11.5, 53.7)])
  }
}, 60_000)
const { open } = readerOfFrames('map-viewer', () => pages)

test('it leads to the list of each collection, with its count and its source', async () => {
  const { page, headers, status } = await open('?collections=spielplaetze')
  expect(status).toBe(200)
  expect(page).toContain('<h1 >Alle spielplaetze</h1>')
  expect(page).toContain('href="/ogc/collections/spielplaetze/items?f=html"')
  expect(page).toContain('Einträge: 2')
  expect(page).toContain('© Musterstadt')
  expect(headers.get('cache-control')).toBe('public, no-cache')
})

test('what it leads to is a page', async () => {
  const { status, text } = await pages.read('/ogc/collections/spielplaetze/items?f=html')
  expect(status).toBe(200)
  expect(text).toContain('<html')
})

test('it never tells of what is for authorities alone', async () => {
  expect((await open('')).page).not.toContain('leitungen')
  expect((await open('?collections=leitungen')).status).toBe(404)
})

test('it says what is missing, and shows the rest', async () => {
  const { page, status } = await open('?collections=spielplaetze,gibtsnicht')
  expect(status).toBe(200)
  expect(page).toContain('„gibtsnicht“ ist gerade nicht verfügbar.')
  expect(page).toContain('Alle spielplaetze')
})
