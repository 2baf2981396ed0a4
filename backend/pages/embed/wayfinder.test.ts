import { beforeAll, describe, expect, test } from 'vitest'
import { importServices, service, text } from '../../services/testing.ts'
import { openPages, publicUrl } from '../testing.ts'
import { readerOfFrames } from './testing.ts'

type Pages = Awaited<ReturnType<typeof openPages>>
let pages: Pages
beforeAll(async () => {
  pages = await openPages()
}, 60_000)

const { open, follow } = readerOfFrames('wayfinder', () => pages)

describe('the page of the wayfinder', () => {
  test('begins with a field and the topics, in the frame of any website', async () => {
    const { status, headers, page } = await open('?area=130740087')
    expect(status).toBe(200)
    expect(page).toContain('<h1 >Was möchten Sie erledigen?</h1>')
    expect(page).toContain('<input type="hidden" name="area" value="130740087" />')
    expect(page).toContain('>Ausweise &amp; Urkunden</a>'.replaceAll('&amp;', '&'))
    expect(headers.get('content-security-policy')).not.toContain('frame-ancestors')
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('vary')).toContain('Accept-Language')
  })

  test('has its one style named by its policy, whatever it says', async () => {
    for (const query of ['', '?accent=0b5c4a&font=Open+Sans&radius=3&theme=kern', '?accent=x']) {
      const { text: page, headers } = await pages.read(`/embed/wayfinder${query}`)
      const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
      expect(headers.get('content-security-policy')).toContain(
        `'sha256-${Buffer.from(digest).toString('base64')}'`,
      )
    }
  })

  test('is all links: from the topics to the office without any form', async () => {
    const topic = await follow((await open('?area=13074')).page, 'Tiere, Natur & Umwelt')
    const found = await follow(topic.page, 'Hund')
    const told = await follow(found.page, 'Hund anmelden (Hundesteuer)')
    expect(told.page).toContain('Welche ist Ihre?')
    const answer = await follow(told.page, 'Boltenhagen')
    expect(answer.page).toContain('Amt Klützer Winkel')
    expect((await follow(answer.page, 'Zurück')).page).toContain('>Hund anmelden (Hundesteuer)</a>')
  })

  test('searches, filters, and goes on from page to page', async () => {
    const { page } = await open('?q=Perso')
    expect(page).toContain('Treffer für „Perso“')
    expect(page).toContain('value="Perso"')
    const business = await follow(page, 'Unternehmen')
    expect(business.page).toContain('<span aria-current="true">Unternehmen</span>')
    const more = await follow(page, 'Mehr anzeigen')
    expect(more.status).toBe(200)
    expect(more.page).not.toContain('>Personalausweis beantragen</a>')
  })

  test('knows the words from A to Z', async () => {
    const { page } = await open('?letter=h&lang=de')
    expect(page).toContain('<h1 >Stichwörter von A bis Z</h1>')
    const found = await follow(page, 'Hygienebelehrung')
    expect(found.page).toContain('Gesundheitszeugnis)</h1>')
    expect((await follow(found.page, 'Zurück')).page).toContain('Stichwörter von A bis Z')
  })

  test('answers everyday questions with what to do', async () => {
    const { page } = await open('?q=baby+bekommen')
    expect(page).toContain('Ein Kind ist geboren')
    expect((await follow(page, 'Elterngeld beantragen')).page).toContain('Elterngeld beantragen</h1>')
  })

  test('names places by links for who cannot send a form, but only where the website has not set one', async () => {
    const { page } = await open('?service=mv-personalausweis')
    const laender = await follow(page, 'Ort aus einer Liste wählen')
    const kreise = await follow(laender.page, 'Mecklenburg-Vorpommern')
    const kreis = await follow(kreise.page, 'Nordwestmecklenburg')
    expect((await follow(kreis.page, 'Wismar')).page).toContain('Bürgerbüro Wismar')
    expect((await open('?service=mv-hundesteuer&area=13074')).page).not.toContain('Ort aus einer Liste')
  })

  test('finds a place that was typed, and another one after it', async () => {
    const { page } = await open('?service=mv-personalausweis&place=23966')
    expect(page).toContain('Bürgerbüro Wismar')
    expect((await follow(page, 'Anderer Ort')).page).toContain('name="place"')
  })

  test('leaves the place to the website that has set one', async () =>
    expect((await open('?service=mv-personalausweis&area=13074087')).page).not.toContain('Anderer Ort'))
})

describe('what is asked wrongly', () => {
  test.each([
    ['?area=x', 'area'],
    ['?area=99', 'area'],
    ['?view=map&theme=pink', 'theme, view'],
    ['?accent=%22%3E%3Cscript%3E', 'accent'],
  ])('%s is named on a page that works all the same', async (query, names) => {
    const { status, headers, page } = await open(query)
    expect(status).toBe(400)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(page).toContain(`Das verstehen wir in dieser Adresse nicht: ${names}`)
    expect(page).toContain('Ausweise & Urkunden')
    expect(page).not.toContain('<script>')
  })

  test.each(['?service=gibt-es-nicht', '?life-situation=gibt-es-nicht'])(
    '%s leads to all that there is',
    async (query) => {
      const { status, page } = await open(query)
      expect(status).toBe(404)
      expect(page).toContain('Diese Seite gibt es nicht')
      expect(page).toContain('name="q"')
    },
  )

  test('a place nobody knows, and one nobody can read, stay in the field with what is wrong', async () => {
    const unknown = await open('?service=mv-personalausweis&place=Gibtsnicht"')
    expect(unknown.page).toContain('Diesen Ort kennen wir nicht.')
    expect(unknown.page).toContain('value="Gibtsnicht&quot;"')
    const long = await open(`?service=mv-personalausweis&place=${'a'.repeat(201)}`)
    expect(long.page).toContain('Diese Angabe verstehen wir nicht.')
    expect(long.page).toContain(`value="${'a'.repeat(201)}"`)
  })

  test('words that are too long stay in the field', async () => {
    const { status, page } = await open(`?q=${'a'.repeat(300)}`)
    expect(status).toBe(400)
    expect(page).toContain(`value="${'a'.repeat(300)}"`)
    expect(page).toContain('aria-invalid="true"')
  })

  test('a cursor of another list begins the list anew', async () => {
    for (const query of ['?q=Perso&cursor=x', '?view=a-z&cursor=x'])
      expect((await open(query)).status).toBe(200)
  })
})

describe('languages', () => {
  test('the address says which, else the browser', async () => {
    expect((await open('?lang=en', { 'accept-language': 'de' })).page).toContain('<html lang="en" dir="ltr">')
    expect((await open('', { 'accept-language': 'en' })).page).toContain('<html lang="en"')
    const german = await open('?lang=de', { 'accept-language': 'en' })
    expect(german.page).toContain('<html lang="de"')
    expect(german.page).toContain('lang=de&view=a-z')
  })

  test('a text keeps its own language, and leads to all it exists in', async () => {
    const titles = { de: 'Anmelden', ro: 'Înregistrare' }
    await importServices(
      pages.db,
      [service('sprachen', { titles, modules: [text('06', '<p>Text</p>')] })],
      'languages',
    )
    const { page } = await open('?service=sprachen&lang=en')
    expect(page).toContain('<h1 lang="de">Anmelden</h1>')
    expect((await follow(page, 'română')).page).toContain('<h1 lang="ro">Înregistrare</h1>')
  })
})

test('it names its own address in full, for frames that open nothing', async () => {
  const { page } = await open('?area=13074087&service=mv-personalausweis')
  expect(page).toContain(`${publicUrl}/embed/wayfinder?area=13074087&service=mv-personalausweis</span>`)
})
