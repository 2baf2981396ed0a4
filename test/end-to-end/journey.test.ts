import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { heading, identityCard, searchField, walk, wayfinding } from './journey.ts'
import { button, choose, field, office, placeField, suggestion, words } from './reader.ts'

const stage = useStage()
const services = '/demo/musterstadt/dienste.html'
const start = '/demo/musterstadt/'

test('from "Perso verl" to the office with its hours', async () => {
  const page = await stage.open(services)
  await walk(page)
  const card = await office(page, 'Amt Hagenow-Land')
  const told = await card.innerText()
  expect(told).toMatch(/geöffnet|geschlossen/i)
  expect(told).toMatch(/Montag[\s\S]*\d{1,2}:\d\d/)
  expect(told).toMatch(/Hagenow/)
  expect(await card.getByRole('link', { name: /^\+49/ }).count()).toBeGreaterThan(0)
})

test('the second service of a visit does not ask for the place again', async () => {
  const page = await stage.open(services)
  await walk(page)
  await button(page, wayfinding.back).click()
  await choose(page, searchField, 'Hund anm', /Hund/)
  await heading(page, /Hund/).first().waitFor()
  await office(page, 'Amt Hagenow-Land')
  expect(await field(page, placeField).count()).toBe(0)
})

test('another visit knows nothing of the first', async () => {
  await walk(await stage.open(services))
  const other = await stage.open(services)
  await choose(other, searchField, 'Perso', /Personalausweis beantragen/)
  await field(other, placeField).waitFor()
})

test('a village instead of a postcode leads to the office without a question', async () => {
  const page = await stage.open(services)
  await choose(page, searchField, 'Perso', /Personalausweis beantragen/)
  await choose(page, placeField, 'Banzin', /Banzin/)
  await office(page, /Zarrentin/)
  await page.getByText(words.places.chosen('Banzin')).waitFor()
})

test('where the page names the area, nobody is asked', async () => {
  const page = await stage.open('/demo/beispielhagen/dienste.html?amt-service=mv-personalausweis')
  await heading(page, identityCard).waitFor()
  await office(page, /Amt Klützer Winkel/)
  expect(await field(page, placeField).count()).toBe(0)
})

describe('a search', () => {
  test('sent with Enter lists what was found, and a line leads to the service', async () => {
    const page = await stage.open(services)
    await field(page, searchField).fill('umziehen')
    await field(page, searchField).press('Enter')
    await heading(page, wayfinding.results('umziehen')).waitFor()
    await page
      .getByRole('link', { name: /Wohnsitz anmelden|Wohnung anmelden|anmelden/ })
      .first()
      .click()
    await heading(page, /anmelden/i)
      .first()
      .waitFor()
    await field(page, placeField).waitFor()
  })

  test('for nonsense says so and shows two ways on', async () => {
    const page = await stage.open(services)
    await field(page, searchField).fill('qqxxyyzz')
    await button(page, wayfinding.submit).click()
    await page.getByText(wayfinding.none('qqxxyyzz')).waitFor()
    await page.getByText('Die Suche braucht JavaScript. Rufen Sie uns an').waitFor()
    await page.getByRole('link', { name: wayfinding.aToZ }).click()
    await heading(page, wayfinding.aToZ).waitFor()
  })

  test('with an empty field stays where it is', async () => {
    const page = await stage.open(services)
    await button(page, wayfinding.submit).click()
    await heading(page, wayfinding.heading).waitFor()
    expect(await field(page, searchField).evaluate((input) => input.matches(':focus'))).toBe(true)
  })
})

test('life situations lead down to a service', async () => {
  const page = await stage.open(services)
  await page
    .locator('[part=topic]')
    .getByRole('link', { name: /^Ausweise/ })
    .click()
  await page.getByRole('link', { name: /^Personalausweis und Reisepass/ }).click()
  await page.getByRole('link', { name: identityCard, exact: true }).click()
  await heading(page, identityCard).waitFor()
})

test('the index leads from a letter to a service', async () => {
  const page = await stage.open(services)
  await page.getByRole('link', { name: wayfinding.way['a-z'] }).click()
  await button(page, /^P, /).click()
  await page.getByRole('link', { name: 'Perso', exact: true }).click()
  await heading(page, identityCard).waitFor()
})

describe('going back', () => {
  test('with addresses, the Back of the browser goes step by step and Forward returns', async () => {
    const page = await stage.open(services)
    await field(page, searchField).fill('Ausweis')
    await field(page, searchField).press('Enter')
    await page.getByRole('link', { name: identityCard, exact: true }).click()
    await heading(page, identityCard).waitFor()
    expect(new URL(page.url()).searchParams.get('amt-service')).toBe('mv-personalausweis')
    await page.goBack()
    await heading(page, wayfinding.results('Ausweis')).waitFor()
    await page.goBack()
    await heading(page, wayfinding.heading).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.goForward()
    await heading(page, wayfinding.results('Ausweis')).waitFor()
  })

  test('without addresses, the page keeps its own history and the widget has a Back of its own', async () => {
    const page = await stage.open('/demo/')
    await page.goto(start)
    await choose(page, searchField, 'Perso', /Personalausweis beantragen/)
    await heading(page, identityCard).waitFor()
    expect(page.url()).toBe(`${stage.server.origin}${start}`)
    await button(page, wayfinding.back).click()
    await heading(page, wayfinding.heading).waitFor()
    await page.goBack()
    expect(page.url()).toBe(`${stage.server.origin}/demo/`)
  })

  test('a search is still in the field', async () => {
    const page = await stage.open(services)
    await field(page, searchField).fill('Ausweis')
    await field(page, searchField).press('Enter')
    await page.getByRole('link', { name: identityCard, exact: true }).click()
    await button(page, wayfinding.back).click()
    await heading(page, wayfinding.results('Ausweis')).waitFor()
    await expect.poll(() => field(page, searchField).inputValue()).toBe('Ausweis')
  })
})

describe('an address passed on', () => {
  test('opens the service it names, with a way to all others', async () => {
    const page = await stage.open(`${services}?amt-service=mv-personalausweis&utm=x#inhalt`)
    await heading(page, identityCard).waitFor()
    await button(page, wayfinding.start).click()
    await heading(page, wayfinding.heading).waitFor()
    expect(new URL(page.url()).search).toBe('?utm=x')
  })

  test('opens a search', async () => {
    const page = await stage.open(`${services}?amt-q=Hund`)
    await heading(page, wayfinding.results('Hund')).waitFor()
    await page.getByRole('link', { name: /Hund/ }).first().waitFor()
  })

  test('of a service that does not exist says so and offers the start', async () => {
    const page = await stage.open(`${services}?amt-service=gibt-es-nicht`, { disturbed: true })
    await page.getByText(wayfinding.problems['service-unknown']!).waitFor()
    await button(page, wayfinding.start).click()
    await heading(page, wayfinding.heading).waitFor()
  })
})

test('what a search engine may know of a service stands in the page while it is shown', async () => {
  const page = await stage.open(`${services}?amt-service=mv-personalausweis`)
  const script = page.locator('script[type="application/ld+json"]')
  await script.waitFor({ state: 'attached' })
  expect(JSON.parse((await script.textContent()) ?? '')).toMatchObject({
    '@type': 'GovernmentService',
    name: identityCard,
  })
  await button(page, wayfinding.start).click()
  await heading(page, wayfinding.heading).waitFor()
  await expect.poll(() => script.count()).toBe(0)
})

test('both widgets of a page agree where the reader is', async () => {
  const page = await stage.open(start)
  await page.evaluate(() =>
    document.querySelector('main')!.append(document.createElement('amt-responsibility-finder')),
  )
  const finder = page.locator('amt-responsibility-finder').last()
  await finder.scrollIntoViewIfNeeded()
  await choose(page, words.service, 'Personalausweis', /^Personalausweis beantragen/)
  await choose(page, placeField, 'Zierow', /Zierow/)
  await office(page, /Amt Klützer Winkel/)
  await choose(page, searchField, 'Reisepass', /^Reisepass beantragen/)
  await heading(page, 'Reisepass beantragen').waitFor()
  await expect.poll(() => page.getByRole('article', { name: /Amt Klützer Winkel/ }).count()).toBe(2)
  expect(await suggestion(page, /./).count()).toBe(0)
})
