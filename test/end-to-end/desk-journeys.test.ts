import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { totpCode } from '@amtsweg/backend/access/totp.ts'
import type { RecoveryCodes, TotpEnrolment } from '@amtsweg/contract'
import type { KeptAuthority } from '@amtsweg/contract/clerks.ts'
import { useStage } from './browser.ts'
import {
  ask,
  beginInstallation,
  join,
  type Office,
  openOffice,
  openSignedIn,
  type Session,
  ways,
} from './desk.ts'
import { button, field, signIn } from './desk-reader.ts'
import { mouse } from './hands.ts'

const stage = useStage()
const regionKey = '130765654'
let first: Session
let office: Office
beforeAll(async () => {
  first = await beginInstallation(stage)
  office = await openOffice(stage, first, { id: 'hagenow-land', regionKey })
})

const towns: Readonly<Record<string, string>> = {
  'keyboard-1280': 'Wismar',
  'keyboard-360': 'Schwerin',
  'mouse-1280': 'Rostock',
  'mouse-360': 'Greifswald',
}

const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 30_000 })

const weekday = (day: number, opens: string, closes: string) => ({ weekday: day, opens, closes })
async function addUnit(id: string) {
  const hours = { spans: [weekday(5, '08:00', '12:00')], exceptions: [] }
  const unit = { tier: 'municipal', regionKey, names: { de: 'Bauhof' }, hours }
  await ask(stage, office.session, 'PUT', `/units/${id}/record`, unit, { 'if-none-match': '*' })
}

describe.each(ways)('by $by at $width px', ({ id, width, visit, handsOf, arrive }) => {
  test('a new town comes to its first service', { timeout: 60_000 }, async () => {
    const town = towns[id]!
    const page = await openSignedIn(stage, first, '/desk/authorities/new', visit)
    const hands = handsOf(page)
    await arrive(page, 'Verwaltung anlegen')
    await hands.type(page.getByRole('combobox', { name: 'Ort, Amt oder Kreis' }), town)
    await page.getByRole('option', { name: town }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await hands.press(button(page, 'Anlegen'))
    await page.getByRole('heading', { name: new RegExp(`${town}.* ist angelegt`) }).waitFor()
    await arrive(page, 'Verwaltung anlegen')
    await hands.press(page.getByRole('link', { name: 'Beschäftigte einladen' }))
    await arrive(page, 'Beschäftigte')
    await hands.type(field(page, 'Name'), 'Max Beispiel')
    await hands.type(field(page, 'Dienstliche E-Mail-Adresse'), `max@${town.toLowerCase()}.example`)
    await hands.press(button(page, 'Einladen'))
    await page.getByRole('heading', { name: 'Link für Max Beispiel' }).waitFor()
    await arrive(page, 'Beschäftigte')

    const clerk = await stage.open(await page.locator('desk-copy input').inputValue(), visit)
    const others = handsOf(clerk)
    await arrive(clerk, 'Willkommen')
    await others.type(field(clerk, 'Neues Passwort'), 'Apfel Wolke Fahrrad Leuchtturm')
    await others.press(button(clerk, 'Konto einrichten'))
    await arrive(clerk, 'Übersicht')
    await clerk.goto('/desk/services/new')
    await arrive(clerk, 'Neue Leistung')
    const service = `Strandkorb in ${town} anmelden`
    await others.type(field(clerk, 'Titel'), service)
    await others.press(button(clerk, 'Veröffentlichen'))
    await told(clerk, `„${service}“ ist veröffentlicht.`)
    await arrive(clerk, service)
    const published = new URL(clerk.url()).pathname.replace('/desk', '')
    const citizen = await stage.open(published, { viewport: visit.viewport })
    await citizen.getByRole('heading', { level: 1, name: service }).waitFor()
  })

  test('who has lost the device of the second step comes in by a code on paper', async () => {
    const clerk = await join(stage, first, office.id, `Ina ${id.replace('-', ' ')}`)
    const session = { cookie: clerk.cookie, authority: null }
    const { secret } = (await ask(stage, session, 'POST', '/account/totp', {})) as TotpEnrolment
    const code = totpCode(secret, new Date())
    const { codes } = (await ask(stage, session, 'PUT', '/account/totp', { code })) as RecoveryCodes
    const page = await stage.open('/desk/', visit)
    const hands = handsOf(page)
    await arrive(page, 'Anmelden')
    await signIn(page, hands, clerk)
    await hands.press(button(page, 'Kein Gerät zur Hand? Wiederherstellungscode eingeben'))
    await field(page, 'Wiederherstellungscode').waitFor()
    await arrive(page, 'Anmelden')
    await hands.type(field(page, 'Wiederherstellungscode'), codes[0]!)
    await hands.press(button(page, 'Weiter'))
    await arrive(page, 'Übersicht')
  })

  test('of two who change the hours both keep their days, and who changes the same day sees both versions and chooses', async () => {
    await addUnit(id)
    const page = await openSignedIn(stage, office.editors[1], `/desk/units/${id}`, visit)
    await arrive(page, 'Bauhof')
    const path = `/units/${id}/hours`
    const saveElsewhere = (...spans: readonly object[]) =>
      ask(stage, office.session, 'PUT', path, { spans, exceptions: [] }, { 'if-match': '*' })
    const [tuesday, friday] = [weekday(2, '14:00', '18:00'), weekday(5, '08:00', '12:00')]
    await saveElsewhere(weekday(1, '09:00', '12:00'), friday)

    const hands = handsOf(page)
    await hands.type(field(page, 'Dienstag'), '14-18')
    await hands.press(button(page, 'Speichern'))
    await told(page, 'Inzwischen hat jemand anderes Montag geändert; beides gilt.')
    const hours = () => ask(stage, office.session, 'GET', path)
    await expect.poll(hours).toMatchObject({ spans: [weekday(1, '09:00', '12:00'), tuesday, friday] })

    await saveElsewhere(weekday(1, '10:00', '12:00'), tuesday, friday)
    await hands.type(field(page, 'Montag'), '8-9')
    await hands.press(button(page, 'Speichern'))
    const choice = page.getByRole('group', { name: 'Montag' })
    await choice.waitFor()
    expect(await field(page, 'Montag').inputValue()).toBe('8–9')
    await arrive(page, 'Bauhof')
    await hands.press(choice.getByRole('radio', { name: /Meine Fassung/ }))
    await hands.press(button(page, 'Übernehmen und speichern'))
    await choice.waitFor({ state: 'detached' })
    await expect.poll(hours).toMatchObject({ spans: [weekday(1, '08:00', '09:00'), tuesday, friday] })
  })

  test(
    'rejected rows of a table are told by line, the rest is taken over, and they come back as a table',
    { timeout: 60_000 },
    async () => {
      const place = `Musterhof ${width} ${id.slice(0, 1)}`
      const table = [
        'Name;Straße;PLZ;Ort;Telefon;Regionalschlüssel',
        `Gemeindebüro ${place};Lange Straße;19230;Musterhof;03883 1;`,
        ';Kurze Straße;19230;Musterhof;03883 2;',
        `Bücherei ${place};;19230;Musterhof;03883 3;`,
        'Amt anderswo;;19053;Schwerin;0385 1;130040000000',
        '',
      ].join('\r\n')
      const page = await openSignedIn(stage, first, '/desk/imports', { ...visit, acceptDownloads: true })
      await page.getByRole('combobox', { name: 'Verwaltung', exact: true }).selectOption('hagenow-land')
      await arrive(page, 'Importe')
      await field(page, 'Datei auswählen').setInputFiles({
        name: 'stellen.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(table),
      })
      const hands = handsOf(page)
      await hands.press(button(page, 'Datei prüfen'))
      // A program beside the server reads the file: it has to start first.
      await told(page, 'Was sich ändern würde')
      await arrive(page, 'stellen.csv')
      expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['3', '5'])
      const path = `/units?q=${encodeURIComponent(place)}&area=${regionKey}&limit=50`
      const named = async () => JSON.stringify(await ask(stage, office.session, 'GET', path))
      expect(await named()).not.toContain(place)

      const accept = page.getByRole('checkbox', { name: 'Ich habe das geprüft und will es so' })
      if (await accept.count()) await hands.press(accept)
      await hands.press(button(page, 'Jetzt übernehmen'))
      await told(page, 'Was sich geändert hat')
      await arrive(page, 'stellen.csv')
      expect(await named()).toContain(`Gemeindebüro ${place}`)
      expect(await named()).toContain(`Bücherei ${place}`)

      const coming = page.waitForEvent('download')
      await hands.press(button(page, 'Als Tabelle herunterladen'))
      const download = await coming
      expect(download.suggestedFilename()).toBe('abgewiesen.csv')
      const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
      expect(rows.map((row) => row.split(';')[0])).toEqual(['\ufeffZeile', '3', '5'])
    },
  )
})

test('what somebody has typed is never sent by a colleague who signs in above it', async () => {
  await addUnit('schichtwechsel')
  const [max, ada] = office.editors
  const page = await openSignedIn(stage, max, '/desk/units/schichtwechsel', ways[0]!.visit)
  await field(page, 'Dienstag').fill('14-18')
  await page.context().clearCookies()
  await button(page, 'Speichern').click()
  await page.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' }).waitFor()
  await signIn(page, mouse(), ada)
  await page.getByText('Guten Tag, Ada Probe.').waitFor()
  const hours = await ask(stage, office.session, 'GET', '/units/schichtwechsel/hours')
  expect(hours).toMatchObject({ spans: [weekday(5, '08:00', '12:00')] })
})

describe('where the authority wants four eyes', () => {
  beforeAll(async () => {
    const path = `/authorities/${office.id}/settings`
    const session = { ...first, authority: office.id }
    const { id: _, regionKey: _key, ...settings } = (await ask(stage, session, 'GET', path)) as KeptAuthority
    await ask(stage, session, 'PUT', path, { ...settings, fourEyes: true }, { 'if-match': '*' })
  })

  test.each(ways)(
    'what one has written appears once another has approved it, by $by at $width px',
    { timeout: 60_000 },
    async ({ id, visit, handsOf, arrive }) => {
      const service = services[id]!
      const text = `Kommen Sie in Zimmer ${id}.`
      const [max, ada] = office.editors
      const author = await openSignedIn(stage, max, `/desk/services/${service}`, visit)
      const hands = handsOf(author)
      await hands.press(author.getByRole('button', { name: 'Ergänzen: So gehen Sie vor' }))
      await author.getByRole('textbox', { name: 'Ihre Ergänzung zu: So gehen Sie vor' }).waitFor()
      await author.keyboard.type(text)
      await hands.press(button(author, 'Speichern'))
      await told(author, /Zur Freigabe eingereicht/)
      expect(await citizenSees(service, text)).toBe(false)
      await author.goto('/desk/changes')
      await arrive(author, 'Änderungen')
      await hands.press(draftIn(author, service))
      await told(author, 'Freigeben muss ihn jemand anderes.')
      await told(author, text)
      expect(await button(author, 'Freigeben').count()).toBe(0)
      const draft = new URL(author.url()).pathname.split('/').at(-1)!
      await expect(ask(stage, office.session, 'POST', `/drafts/${draft}/approve`)).rejects.toThrow(/: 4\d\d/)

      const approver = await openSignedIn(stage, ada, '/desk/changes', visit)
      await arrive(approver, 'Änderungen')
      const others = handsOf(approver)
      await others.press(draftIn(approver, service))
      await told(approver, text)
      await arrive(approver, await approver.getByRole('heading', { level: 1 }).innerText())
      await others.press(button(approver, 'Freigeben'))
      await told(approver, 'Freigegeben. Jetzt kann es veröffentlicht werden.')
      await others.press(button(approver, 'Jetzt veröffentlichen'))
      await told(approver, 'Veröffentlicht.')
      expect(await citizenSees(service, text)).toBe(true)
    },
  )

  test('it goes the same way back', async () => {
    const [max, ada] = office.editors
    const service = services['mouse-360']!
    const { visit } = ways[0]!
    const approver = await openSignedIn(stage, ada, '/desk/changes', visit)
    await approver
      .getByRole('listitem')
      .filter({ hasText: titles[service]! })
      .getByRole('button')
      .first()
      .click()
    await told(approver, /Zur Freigabe eingereicht/)
    expect(await citizenSees(service, 'Kommen Sie in Zimmer')).toBe(true)
    const author = await openSignedIn(stage, max, '/desk/changes', visit)
    await draftIn(author, service).click()
    await button(author, 'Freigeben').click()
    await button(author, 'Jetzt veröffentlichen').click()
    await told(author, 'Veröffentlicht.')
    expect(await citizenSees(service, 'Kommen Sie in Zimmer')).toBe(false)
  })

  const services: Readonly<Record<string, string>> = {
    'keyboard-1280': 'mv-hundesteuer',
    'keyboard-360': 'mv-fuehrungszeugnis',
    'mouse-1280': 'mv-fischereischein',
    'mouse-360': 'mv-wohngeld',
  }
  const titles: Readonly<Record<string, string>> = {
    'mv-hundesteuer': 'Hund anmelden (Hundesteuer)',
    'mv-fuehrungszeugnis': 'Führungszeugnis beantragen',
    'mv-fischereischein': 'Fischereischein beantragen (Angelschein)',
    'mv-wohngeld': 'Wohngeld beantragen',
  }
  const draftIn = (page: Page, service: string) =>
    page.getByRole('link', { name: `Ergänzungen: ${titles[service]}` })
  const citizenSees = async (service: string, text: string) => {
    const response = await fetch(`${stage.server.origin}/services/${service}?area=${regionKey}`)
    return (await response.text()).includes(text)
  }
})
