import { expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { heading, identityCard, searchField, wayfinding } from './journey.ts'
import { button, choose, field, office, placeField, serviceField, words } from './reader.ts'

const stage = useStage()
const disturbed = { disturbed: true }
const services = '/demo/musterstadt/dienste.html'

test('the server dies while the page is open: it is said plainly, the own way of the page appears, and retry works', async () => {
  const page = await stage.open(services, disturbed)
  await choose(page, searchField, 'Perso', /Personalausweis beantragen/)
  await heading(page, identityCard).waitFor()
  await button(page, wayfinding.back).click()
  await field(page, searchField).fill('Hund')
  await stage.cutPower()
  await field(page, searchField).press('Enter')
  await page.getByRole('alert').getByText(wayfinding.problems.NetworkError!).waitFor()
  await page.getByText('Rufen Sie uns an').waitFor()
  expect(await field(page, searchField).inputValue()).toBe('Hund')

  await stage.restart()
  await button(page, wayfinding.retry).click()
  await heading(page, wayfinding.results('Hund')).waitFor()
  await page.getByRole('link', { name: /Hund/ }).first().waitFor()
})

test('suggestions that cannot come are no dead end: the field keeps the words and works again', async () => {
  const page = await stage.open('/demo/musterstadt/zustaendigkeit.html', disturbed)
  await field(page, serviceField).waitFor()
  await stage.cutPower()
  await field(page, serviceField).pressSequentially('Personalausw')
  await page.getByText(words.search.failed).waitFor()
  await stage.restart()
  await field(page, serviceField).pressSequentially('eis')
  await page.getByRole('option', { name: /^Personalausweis beantragen/ }).click()
  await field(page, placeField).waitFor()
})

test('the office cannot be asked for: the rest of the service stays, and retry brings it', async () => {
  const page = await stage.open(`${services}?amt-service=mv-personalausweis`, disturbed)
  await field(page, placeField).fill('Zierow')
  await page.getByRole('option', { name: /Zierow/ }).waitFor()
  await stage.cutPower()
  await page.getByRole('option', { name: /Zierow/ }).click()
  await button(page, words.retry).first().waitFor()
  expect(await heading(page, identityCard).isVisible()).toBe(true)
  await stage.restart()
  while (await button(page, words.retry).count()) await button(page, words.retry).first().click()
  await office(page, /Amt Klützer Winkel/)
})

test('offline, what was read stays readable and carries its time', async () => {
  const context = await stage.enter(disturbed)
  const page = await context.newPage()
  await page.clock.install()
  // The browser's own cache would answer in our place.
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(services)
  await choose(page, searchField, 'Perso', /Personalausweis beantragen/)
  await choose(page, placeField, 'Zierow', /Zierow/)
  await office(page, /Amt Klützer Winkel/)
  await button(page, wayfinding.back).click()
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  await page.context().setOffline(true)
  await page.clock.fastForward('02:00:00')
  await page.goForward()
  await heading(page, identityCard).waitFor()
  await office(page, /Amt Klützer Winkel/)
  await page
    .getByText(/^Angaben von /)
    .first()
    .waitFor()
})

test('offline, what was never read says that it needs a connection', async () => {
  const page = await stage.open(services, disturbed)
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  await page.context().setOffline(true)
  await field(page, searchField).fill('Hund')
  await field(page, searchField).press('Enter')
  await page.getByRole('alert').getByText(wayfinding.problems.OfflineError!).waitFor()
  await page.context().setOffline(false)
  await button(page, wayfinding.retry).click()
  await page.getByRole('link', { name: /Hund/ }).first().waitFor()
})

test('a page whose script never arrives still shows its own words', async () => {
  const context = await stage.enter(disturbed)
  await context.route('**/embed.js', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(services)
  await page.getByText('Die Suche braucht JavaScript. Rufen Sie uns an').waitFor()
})

test('a page without JavaScript shows its own words', async () => {
  const page = await stage.open(services, { javaScriptEnabled: false })
  await page.getByText('Die Suche braucht JavaScript. Rufen Sie uns an').waitFor()
})
