import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { totpCode } from '@amtsweg/backend/access/totp.ts'
import { useStage } from './browser.ts'
import {
  administrator,
  arrive,
  becomeAdministrator,
  button,
  field,
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

describe('an administrator', () => {
  test('adds a town, invites a clerk to it whose first service a citizen finds, and gives a new way in to who has lost theirs', async () => {
    const page = await stage.open('/desk/authorities/new', wide)
    const hands = keyboard(page)
    await signIn(page, hands)
    await arrive(page, 'Verwaltung anlegen')
    await hands.type(page.getByRole('combobox', { name: 'Ort, Amt oder Kreis' }), 'Wismar')
    await page
      .getByRole('option', { name: /Wismar/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await hands.press(button(page, 'Anlegen'))
    await page.getByRole('heading', { name: /Wismar.* ist angelegt/ }).waitFor()
    await arrive(page, 'Verwaltung anlegen')

    await hands.press(page.getByRole('link', { name: 'Beschäftigte einladen' }))
    await arrive(page, 'Beschäftigte')
    await hands.type(field(page, 'Name'), 'Max Beispiel')
    await hands.type(field(page, 'Dienstliche E-Mail-Adresse'), 'max@wismar.example')
    await hands.press(button(page, 'Einladen'))
    const clerk = await takeLink(page, 'Max Beispiel')
    await arrive(clerk, 'Übersicht')
    expect(await clerk.getByRole('navigation').getByRole('link', { name: 'Beschäftigte' }).count()).toBe(0)
    await publish(clerk, 'Stellplatz für Strandkörbe beantragen')
    await find('Strandkörbe', 'Stellplatz für Strandkörbe beantragen')

    await hands.press(page.getByRole('link', { name: /^Max Beispiel/ }))
    await arrive(page, 'Max Beispiel')
    await hands.press(button(page, 'Passwort und zweiten Schritt zurücksetzen'))
    await hands.press(button(page, 'Zurücksetzen'))
    await arrive(await takeLink(page, 'Max Beispiel'), 'Übersicht')
  })

  async function publish(clerk: Page, service: string): Promise<void> {
    const { press, type } = mouse()
    await clerk.goto('/desk/services')
    await press(clerk.getByRole('link', { name: 'Neue Leistung' }))
    await arrive(clerk, 'Neue Leistung')
    await type(field(clerk, 'Titel'), service)
    await type(field(clerk, 'Ausführlich erklärt'), 'Melden Sie sich **vor Ostern**.')
    await press(button(clerk, 'Veröffentlichen'))
    await clerk.getByText(`„${service}“ ist veröffentlicht.`).first().waitFor()
    await arrive(clerk, service)
  }

  /** The search is built anew after a change, which may take a moment. */
  async function find(word: string, service: string): Promise<void> {
    const citizen = await stage.open(`/services?area=130740087087&q=${encodeURIComponent(word)}`)
    const hit = citizen.getByRole('link', { name: service })
    const look = async () => {
      await citizen.reload()
      return hit.count()
    }
    await expect.poll(look, { timeout: 30_000, interval: 500 }).toBe(1)
    await hit.click()
    await citizen.getByText('vor Ostern').waitFor()
  }

  /** Hands the link that is shown to somebody on a phone, who chooses a password. */
  async function takeLink(page: Page, name: string): Promise<Page> {
    await page.getByRole('heading', { name: `Link für ${name}` }).waitFor()
    const link = await page.locator('desk-copy input').inputValue()
    const other = await stage.open(link, narrow)
    await arrive(other, 'Willkommen')
    await other.getByLabel('Neues Passwort').fill('Apfel Wolke Fahrrad Leuchtturm')
    await button(other, 'Konto einrichten').click()
    await title(other, 'Übersicht').waitFor()
    return other
  }
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
    for (const site of ['https://www.mv.example', 'https://service.mv.example'])
      await registerWebsite(stage.server.databaseUrl, site)
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
    await page.getByText(/Die Kette der 2 geladenen Einträge ist geschlossen/).waitFor()
  })

  test('who has lost the device of the second step comes in by a code on paper, once', async () => {
    const page = await stage.open('/desk/account', narrow)
    await signIn(page, mouse())
    await button(page, 'App einrichten').click()
    const secret = (await page.locator('desk-totp-section code').innerText()).replaceAll(' ', '')
    await arrive(page, 'Konto')
    await field(page, 'Code, den die App jetzt zeigt').fill(totpCode(secret, new Date()))
    await button(page, 'Einrichten').click()
    const codes = page.locator('desk-recovery-section code')
    await codes.first().waitFor()
    await arrive(page, 'Konto')
    const paper = await codes.first().innerText()
    await button(page, 'Ich habe die Codes aufbewahrt').click()
    await button(page, 'Abmelden').click()

    const come = async () => {
      await signIn(page, mouse())
      await button(page, 'Kein Gerät zur Hand? Wiederherstellungscode eingeben').click()
      await field(page, 'Wiederherstellungscode').fill(paper)
      await button(page, 'Weiter').click()
    }
    await come()
    await title(page, 'Übersicht').waitFor()
    await button(page, 'Abmelden').click()
    await come()
    await page.getByRole('alert').getByText('wurde schon benutzt').waitFor()
    await arrive(page, 'Anmelden')
  })

  test('who is not one sees nothing but the sign-in, whatever the address', async () => {
    const page = await stage.open('/desk/clerks?return=https://evil.example/', { ...wide })
    await arrive(page, 'Anmelden')
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in')
    expect(await page.getByRole('navigation').count()).toBe(0)
  })
})
