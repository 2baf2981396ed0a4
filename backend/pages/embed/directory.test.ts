import { beforeAll, expect, test } from 'vitest'
import { openPages } from '../testing.ts'
import { readerOfFrames } from './testing.ts'

let pages: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  pages = await openPages()
}, 60_000)
const { open, follow } = readerOfFrames('directory', () => pages)

test('it finds people by what they do, and names only who agreed', async () => {
  const { page, headers } = await open('?q=wohngeld&area=13074087')
  expect(page).toContain('<h3>Erika Muster</h3>')
  expect(page).toContain('<h3>Sachbearbeitung Wohngeld L bis Z</h3>')
  expect(page).not.toContain('Beispiel,')
  expect(page).not.toContain('Otto')
  expect(page).toContain('href="mailto:erika.muster@wismar.example"')
  expect(page).toContain('Vertretung')
  expect(headers.get('cache-control')).toBe('public, no-cache')
})

test('it finds nobody by a name that is not shown, and says so', async () => {
  const { page } = await open('?q=Otto')
  expect(page).toContain('Zu „Otto“ haben wir niemanden gefunden.')
  expect(page).toContain('value="Otto"')
})

test('it tells until when somebody is away, and who stands in for what', async () => {
  const { page } = await open('?q=Musterfrau')
  expect(page).toContain('Abwesend bis 11.12.2026')
  expect(page).toContain('(<bdi>Eheschließungen</bdi>)')
})

test('a number is written from left to right where everything else is not', async () => {
  const { page } = await open('?q=wohngeld&lang=ar')
  expect(page).toMatch(/<a href="tel:[+]493841000211" target="_self"><bdi>[+]49 3841 000-211<\/bdi><\/a>/)
})

test('an office is reached by links alone', async () => {
  const start = await open('?area=13074087')
  expect(start.page).toContain('<h1 >Wer hilft mir weiter?</h1>')
  const office = await follow(start.page, 'Bauaufsicht Wismar')
  expect(office.page).toContain('Am Speicherhof 24')
})

test('it speaks the language it is asked in', async () => {
  const { page } = await open('?q=wohngeld&lang=en')
  expect(page).toContain('Housing benefit')
  expect(page).toContain('Stand-in')
})
