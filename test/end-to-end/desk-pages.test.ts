import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Route, ViewportSize } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { ask, beginInstallation, type Office, openDesk, openOffice } from './desk.ts'
import { type Hands, keyboard, mouse } from './hands.ts'

const stage = useStage()
const regionKey = '130765654'
let office: Office
beforeAll(async () => {
  office = await openOffice(stage, await beginInstallation(stage), { id: 'hagenow-land', regionKey })
})
const signsIn = true

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

interface Hours {
  readonly exceptions: readonly { readonly from: string; readonly spans: readonly object[] }[]
}

async function addUnit(id: string, name: string) {
  const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }))
  const unit = { tier: 'municipal', regionKey, names: { de: name }, hours: { spans, exceptions: [] } }
  await ask(stage, office.session, 'PUT', `/units/${id}/record`, unit, { 'if-none-match': '*' })
}

/** A holiday that is always ahead: in some months none is within 60 days. */
const inThreeWeeks = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
const eve = new Date(Date.parse(inThreeWeeks) - 86_400_000).toISOString().slice(0, 10)

async function withHoliday(page: Page, id: string) {
  const answer = async (route: Route) => {
    const response = await route.fetch()
    const unit = (await response.json()) as object
    const holidays = [{ date: inThreeWeeks, name: 'Stadtfest' }]
    await route.fulfill({ response, json: { ...unit, holidays } })
  }
  // A page that is closed meanwhile wants no answer any more.
  await page.route(`**/api/v1/units/${id}`, (route) => answer(route).catch(() => undefined))
  await page.reload()
}

async function openUnit(viewport: ViewportSize, handsOf: (page: Page) => Hands, id: string) {
  const context = await stage.enter({ signsIn, viewport })
  const page = await openDesk(context, handsOf, office.editors[0]!, `/desk/units/${id}`)
  await page.getByRole('heading', { name: 'Woche' }).waitFor()
  await withHoliday(page, id)
  return page
}

describe.each(sizes)('hours before a holiday, at $width px', (viewport) => {
  test('are changed by the keyboard in 13 keys, and taken back', { timeout: 60_000 }, async () => {
    const id = `tastatur-${viewport.width}`
    await addUnit(id, 'Bürgerbüro')
    const page = await openUnit(viewport, keyboard, id)
    await page.getByRole('button', { name: 'Tag davor kürzer: Stadtfest' }).waitFor()
    await expectAccessible(page)
    let keys = 0
    const press = async (...pressed: readonly string[]) => {
      for (const key of pressed) {
        await page.keyboard.press(key)
        keys += 1
      }
    }
    await page.getByLabel('Sonntag', { exact: true }).focus()
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('8–16')
    await press(...'8-11:30', 'Control+s')
    await page.getByText('Öffnungszeiten von Bürgerbüro gespeichert.').first().waitFor()
    const hours = (await ask(stage, office.session, 'GET', `/units/${id}/hours`)) as Hours
    expect(hours.exceptions).toEqual([
      { from: eve, to: eve, spans: [{ opens: '08:00', closes: '11:30' }], reason: 'Vor Stadtfest' },
    ])
    expect(keys).toBe(13)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await expect
      .poll(async () => ((await ask(stage, office.session, 'GET', `/units/${id}/hours`)) as Hours).exceptions)
      .toEqual([])
  })

  test('are changed by the mouse in two clicks', { timeout: 60_000 }, async () => {
    const id = `maus-${viewport.width}`
    await addUnit(id, 'Meldeamt')
    const page = await openUnit(viewport, mouse, id)
    await page.getByRole('button', { name: 'Tag davor kürzer: Stadtfest' }).click()
    await page.keyboard.type('8-12')
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.getByText('Öffnungszeiten von Meldeamt gespeichert.').first().waitFor()
    const shown = (await ask(stage, office.session, 'GET', `/units/${id}`)) as { hours: Hours }
    expect(shown.hours.exceptions[0]).toMatchObject({
      from: eve,
      spans: [{ opens: '08:00', closes: '12:00' }],
    })
  })
})

describe.each(sizes)('a first service, at $width px', (viewport) => {
  test('is previewed, published and read by a citizen right after', { timeout: 90_000 }, async () => {
    const title = `Lampionumzug ${viewport.width} anmelden`
    const context = await stage.enter({ signsIn, viewport })
    const page = await openDesk(context, mouse, office.editors[0]!, '/desk/services')
    await page.getByRole('link', { name: 'Neue Leistung' }).click()
    await page.getByLabel('Titel').fill(title)
    await expectAccessible(page)
    await page
      .getByLabel('Ausführlich erklärt')
      .fill('Melden Sie den Umzug an.\n\n- mindestens **zwei Wochen** vorher')
    await page.getByRole('tab', { name: 'Vorschau' }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByText('zwei Wochen').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Control+s')
    await page.getByText(`„${title}“ ist veröffentlicht.`).first().waitFor()
    await page.getByRole('tab', { name: 'Kosten, Formulare, Online-Dienste' }).waitFor()
    await expectAccessible(page)

    const address = new URL(page.url()).pathname.replace('/desk', '')
    const citizen = await stage.open(`${address}?area=${regionKey}`)
    await citizen.getByText('zwei Wochen').waitFor()
  })
})

test(
  'a supplement to the text of the Land is seen in the preview before it is saved, and on the page after',
  { timeout: 60_000 },
  async () => {
    const context = await stage.enter({ signsIn })
    const page = await openDesk(context, mouse, office.editors[0]!, '/desk/services/mv-hundesteuer')
    await page.getByRole('button', { name: 'Ergänzen: So gehen Sie vor' }).click()
    await page.keyboard.type('Kommen Sie in Zimmer 33.')
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'Vorschau' }).click()
    await page.getByText('Zimmer 33').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.getByText('Bürgerinnen und Bürger sehen es jetzt').first().waitFor()
    const citizen = await stage.open(`/services/mv-hundesteuer?area=${regionKey}`)
    await citizen.getByText('Zimmer 33').waitFor()

    await page.goto(`${stage.server.origin}/desk/services`)
    await page.getByLabel('Zeigen').selectOption('Mit Ergänzungen')
    const row = page.getByRole('row')
    await expect.poll(() => row.count()).toBe(1)
    await row.getByText('ergänzt').waitFor()
    await expectAccessible(page)
    await page.reload()
    await expect.poll(() => row.count()).toBe(1)
  },
)
