import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import {
  administrator,
  arrive,
  becomeAdministrator,
  button,
  firstLink,
  signIn,
  title,
} from './desk-reader.ts'
import { faults } from './faults.ts'
import { keyboard, mouse } from './hands.ts'
import { registerWebsite } from './server.ts'

const stage = useStage()
const wide = { signsIn: true, viewport: { width: 1280, height: 800 } }
const narrow = { signsIn: true, viewport: { width: 360, height: 740 } }

describe('the first start', () => {
  test('leads by the link in the log, with the keyboard alone, to an administrator at the desk', async () => {
    const page = await stage.open(await firstLink(stage.server), wide)
    await becomeAdministrator(page, keyboard(page))
    await arrive(page, 'Übersicht')
    await page.getByText(`Guten Tag, ${administrator.name}.`).waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk/')
  })

  test('its link works once', async () => {
    const page = await stage.open(await firstLink(stage.server), narrow)
    await page.getByText('Dieser Link gilt nicht oder wurde schon benutzt.').waitFor()
    await arrive(page, 'Willkommen')
  })
})

describe('a clerk', () => {
  test('signs in by mouse on a phone, is led to where they wanted, and signs out', async () => {
    const page = await stage.open('/desk/authorities', narrow)
    await arrive(page, 'Anmelden')
    await signIn(page, mouse(), { ...administrator, password: 'ein anderes Passwort' })
    await page.getByRole('alert').getByText('stimmt nicht').waitFor()
    await arrive(page, 'Anmelden')
    await signIn(page, mouse())
    await title(page, 'Verwaltungen').waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk/authorities')
    await button(page, 'Abmelden').click()
    await title(page, 'Anmelden').waitFor()
  })

  test('whose session is over signs in above the page, and goes on', async () => {
    await registerWebsite(stage.server.databaseUrl, 'https://www.mv.example')
    const page = await stage.open('/desk/', wide)
    await signIn(page, keyboard(page))
    await arrive(page, 'Übersicht')
    await page.getByRole('combobox', { name: 'Verwaltung', exact: true }).selectOption('mv')
    await page
      .getByText(/wartet nichts auf Sie|Tote Links|Suchen ohne|Lücken|Zuletzt/)
      .first()
      .waitFor()
    await page.waitForLoadState('networkidle')
    await page.context().clearCookies()
    await keyboard(page).press(page.getByRole('link', { name: 'Protokoll', exact: true }))
    await page.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' }).waitFor()
    expect(await faults(page)).toEqual([])
    await signIn(page, keyboard(page))
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await arrive(page, 'Protokoll')
    await page.getByText(/Die Kette der \d+ geladenen Einträge ist geschlossen/).waitFor()
  })

  test('who is not one sees nothing but the sign-in, whatever the address', async () => {
    const page = await stage.open('/desk/clerks?return=https://evil.example/', { ...wide })
    await arrive(page, 'Anmelden')
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in')
    expect(await page.getByRole('navigation').count()).toBe(0)
  })
})
