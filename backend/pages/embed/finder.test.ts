import { beforeAll, expect, test } from 'vitest'
import { openPages } from '../testing.ts'
import { readerOfFrames } from './testing.ts'

type Pages = Awaited<ReturnType<typeof openPages>>
let pages: Pages
beforeAll(async () => {
  pages = await openPages()
}, 60_000)
const { open, follow } = readerOfFrames('responsibility-finder', () => pages)

test('it asks what it is about, then where, and names the office', async () => {
  const start = await open('')
  expect(start.page).toContain('<h1 >Wer ist zuständig?</h1>')
  expect(start.page).toContain('Worum geht es?')
  const found = await open('?q=Hundesteuer')
  const where = await follow(found.page, 'Hund anmelden (Hundesteuer)')
  expect(where.page).toContain('Ihr Anliegen: Hund anmelden (Hundesteuer)')
  expect(where.page).toContain('Ihr Ort oder Ihre Postleitzahl')
  const answer = await open('?service=mv-hundesteuer&place=Boltenhagen')
  expect(answer.page).toContain('<h1 >Zuständig für „Hund anmelden (Hundesteuer)“ in Boltenhagen</h1>')
  expect(answer.page).toContain('Amt Klützer Winkel')
  expect((await follow(answer.page, 'Anliegen ändern')).page).toContain('Worum geht es?')
})

test('all of it can be done by links alone', async () => {
  const letter = await follow((await open('?lang=de')).page, 'H')
  expect(letter.page).toContain('<h2>Leistungen mit H</h2>')
  const where = await follow(letter.page, 'Hund anmelden (Hundesteuer)')
  const land = await follow(
    await follow(where.page, 'Ort aus einer Liste wählen').then(({ page }) => page),
    'Mecklenburg-Vorpommern',
  )
  const question = await follow(land.page, 'Nordwestmecklenburg')
  expect(question.page).toContain('<h1 >In welcher Gemeinde?</h1>')
  const answer = await follow(question.page, 'Boltenhagen')
  expect(answer.page).toContain('Amt Klützer Winkel')
  expect((await follow(answer.page, 'Anderer Ort')).page).toContain('name="place"')
})

test('a place of several offices is asked back, each answer with what tells it apart', async () => {
  const { page } = await open('?service=mv-hundesteuer&place=23968')
  expect(page).toContain('In welcher Gemeinde?')
  const choices = [...page.matchAll(/in=(\d{12})/g)].map(([, key]) => key)
  expect(new Set(choices).size).toBeGreaterThan(1)
  expect(page).toContain('Landkreis Nordwestmecklenburg')
})

test('the website’s own area needs no question, and is not the reader’s to change', async () => {
  const { page } = await open('?service=mv-hundesteuer&area=13074087')
  expect(page).toContain('in Wismar</h1>')
  expect(page).not.toContain('Anderer Ort')
})

test('who else takes part is folded below', async () => {
  const asked = 'service=mv-fuehrungszeugnis&area=13074087'
  const { page } = await open(`?${asked}`)
  const answer = (await (await pages.app.request(`/api/v1/responsibilities?${asked}`)).json()) as {
    others: readonly { unit: { name: string } }[]
  }
  expect(answer.others.length).toBeGreaterThan(0)
  const folded = page.slice(page.indexOf('Wer noch beteiligt ist'))
  for (const { unit } of answer.others)
    expect(folded).toContain(`<summary> <span lang="de">${unit.name}</span>`)
})

test('where nothing is recorded it says so and names whom to ask', async () => {
  const { page } = await open('?service=mv-hundesteuer&area=03')
  expect(page).toContain('Dafür ist keine Zuständigkeit hinterlegt')
  expect(page).toContain('Wir raten nicht.')
})

test('what is unknown stays in the field, what is none is not found', async () => {
  const unknown = await open('?service=mv-hundesteuer&place=Gibtsnicht')
  expect(unknown.page).toContain('Diesen Ort kennen wir nicht.')
  expect(unknown.page).toContain('value="Gibtsnicht"')
  const none = await open('?q=xqzvw')
  expect(none.page).toContain('Dazu haben wir nichts gefunden.')
  expect(none.page).toContain('value="xqzvw"')
  expect((await open('?service=gibt-es-nicht')).status).toBe(404)
  const bad = await open(`?q=${'x'.repeat(250)}`)
  expect([bad.status, bad.page.includes('aria-invalid="true"')]).toEqual([400, true])
})

test('it speaks the language of the address', async () => {
  const { page } = await open('?service=mv-hundesteuer&area=13074087&lang=en')
  expect(page).toMatch(/<html lang="en"[^]*<h1 >[^<]*Wismar<\/h1>/)
})
