import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { ask, beginInstallation, type Office, openDesk, openOffice } from './desk.ts'
import { administrator, arrive, button, field } from './desk-reader.ts'
import { faults } from './faults.ts'
import { keyboard, mouse } from './hands.ts'

const stage = useStage()
const wide = { signsIn: true, viewport: { width: 1280, height: 800 } }
const narrow = { signsIn: true, viewport: { width: 360, height: 740 } }
const regionKey = '130765654'
let office: Office
beforeAll(async () => {
  office = await openOffice(stage, await beginInstallation(stage), { id: 'hagenow-land', regionKey })
})

const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 30_000 })

test('of two who change the hours both keep their days, and who changes the same day sees both versions and chooses', async () => {
  const spans = [{ weekday: 5, opens: '08:00', closes: '12:00' }]
  const unit = { tier: 'municipal', regionKey, names: { de: 'Bauhof' }, hours: { spans, exceptions: [] } }
  await ask(stage, office.session, 'PUT', '/units/bauhof/record', unit, { 'if-none-match': '*' })
  const [max, ada] = office.editors
  const slow = await openDesk(await stage.enter(wide), keyboard, ada!, '/desk/units/bauhof')
  await arrive(slow, 'Bauhof')
  const fast = await openDesk(await stage.enter(narrow), mouse, max!, '/desk/units/bauhof')
  await arrive(fast, 'Bauhof')
  await mouse().type(field(fast, 'Montag'), '9-12')
  await mouse().press(button(fast, 'Speichern'))
  await told(fast, 'Öffnungszeiten von Bauhof gespeichert.')

  const hands = keyboard(slow)
  await hands.type(field(slow, 'Dienstag'), '14-18')
  await hands.press(button(slow, 'Speichern'))
  await told(slow, 'Inzwischen hat jemand anderes Montag geändert; beides gilt.')
  const hours = () => ask(stage, office.session, 'GET', '/units/bauhof/hours')
  const tuesday = { weekday: 2, opens: '14:00', closes: '18:00' }
  expect(await hours()).toMatchObject({
    spans: [{ weekday: 1, opens: '09:00', closes: '12:00' }, tuesday, ...spans],
  })

  await mouse().type(field(fast, 'Montag'), '10-12')
  await mouse().press(button(fast, 'Speichern'))
  const contest = fast.locator('desk-conflict-view')
  // What the other one has saved meanwhile came to no harm, and no question is asked of it.
  await told(fast, 'Inzwischen hat jemand anderes Dienstag geändert; beides gilt.')
  expect(await contest.count()).toBe(0)

  await hands.type(field(slow, 'Montag'), '8-9')
  await hands.press(button(slow, 'Speichern'))
  const choice = slow.getByRole('group', { name: 'Montag' })
  await choice.waitFor()
  expect(await field(slow, 'Montag').inputValue()).toBe('8–9')
  await arrive(slow, 'Bauhof')
  await hands.press(choice.getByRole('radio', { name: /Meine Fassung/ }))
  await hands.press(button(slow, 'Übernehmen und speichern'))
  await choice.waitFor({ state: 'detached' })
  expect(await hours()).toMatchObject({ spans: [{ weekday: 1, opens: '08:00', closes: '09:00' }, tuesday, ...spans] })
}) // prettier-ignore

test('rejected rows of a table are told by line, the rest is taken over, and they come back as a table', async () => {
  const table = [
    'Name;Straße;PLZ;Ort;Telefon;Regionalschlüssel',
    'Gemeindebüro Musterhof;Lange Straße;19230;Musterhof;03883 1;',
    ';Kurze Straße;19230;Musterhof;03883 2;',
    'Bücherei Musterhof;;19230;Musterhof;03883 3;',
    'Amt anderswo;;19053;Schwerin;0385 1;130040000000',
    '',
  ].join('\r\n')
  const page = await openDesk(
    await stage.enter({ ...narrow, acceptDownloads: true }),
    keyboard,
    administrator,
    '/desk/imports',
  )
  await page.getByRole('combobox', { name: 'Verwaltung', exact: true }).selectOption('hagenow-land')
  await arrive(page, 'Importe')
  await field(page, 'Datei auswählen').setInputFiles({
    name: 'stellen.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table),
  })
  const hands = keyboard(page)
  await hands.press(button(page, 'Datei prüfen'))
  // A program beside the server reads the file: it has to start first.
  await told(page, 'Was sich ändern würde')
  await arrive(page, 'stellen.csv')
  const lines = page.getByRole('rowheader')
  expect(await lines.allInnerTexts()).toEqual(['3', '5'])
  const named = async () =>
    JSON.stringify(await ask(stage, office.session, 'GET', `/units?q=Musterhof&area=${regionKey}`))
  expect(await named()).not.toContain('Musterhof')

  const accept = page.getByRole('checkbox', { name: 'Ich habe das geprüft und will es so' })
  if (await accept.count()) await hands.press(accept)
  await hands.press(button(page, 'Jetzt übernehmen'))
  await told(page, 'Was sich geändert hat')
  await arrive(page, 'stellen.csv')
  expect(await named()).toContain('Gemeindebüro Musterhof')
  expect(await named()).toContain('Bücherei Musterhof')

  const coming = page.waitForEvent('download')
  await hands.press(button(page, 'Als Tabelle herunterladen'))
  const download = await coming
  expect(download.suggestedFilename()).toBe('abgewiesen.csv')
  const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(rows.map((row) => row.split(';')[0])).toEqual(['\ufeffZeile', '3', '5'])
})

describe('where the authority wants four eyes', () => {
  test('what one has written appears once another has approved it, and goes the same way back', async () => {
    const admin = await openDesk(
      await stage.enter(wide),
      mouse,
      administrator,
      '/desk/authorities/hagenow-land',
    )
    await arrive(admin, 'Musterverwaltung')
    await admin.getByRole('checkbox', { name: 'Vier-Augen-Prinzip' }).check()
    await button(admin, 'Speichern').click()
    await arrive(admin, 'Musterverwaltung')
    const [max, ada] = office.editors

    const author = await openDesk(await stage.enter(narrow), mouse, max!, '/desk/services/mv-hundesteuer')
    await author.getByRole('button', { name: 'Ergänzen: So gehen Sie vor' }).click()
    await author.keyboard.type('Kommen Sie in Zimmer 33.')
    await button(author, 'Speichern').click()
    await told(author, /Zur Freigabe eingereicht/)
    expect(await citizenSees('Zimmer 33')).toBe(false)
    await author.goto('/desk/changes')
    await author.getByRole('link', { name: /^Ergänzungen/ }).click()
    await told(author, 'Freigeben muss ihn jemand anderes.')
    await told(author, 'Zimmer 33')
    expect(await button(author, 'Freigeben').count()).toBe(0)
    expect(await faults(author)).toEqual([])
    const draft = new URL(author.url()).pathname.split('/').at(-1)!
    await expect(ask(stage, office.session, 'POST', `/drafts/${draft}/approve`)).rejects.toThrow(/: 4\d\d/)

    const approver = await openDesk(await stage.enter(wide), keyboard, ada!, '/desk/changes')
    await arrive(approver, 'Änderungen')
    const hands = keyboard(approver)
    await hands.press(approver.getByRole('link', { name: /^Ergänzungen/ }))
    await told(approver, 'Zimmer 33')
    await hands.press(button(approver, 'Freigeben'))
    await told(approver, 'Freigegeben. Jetzt kann es veröffentlicht werden.')
    expect(await faults(approver)).toEqual([])
    await hands.press(button(approver, 'Jetzt veröffentlichen'))
    await told(approver, 'Veröffentlicht.')
    expect(await citizenSees('Zimmer 33')).toBe(true)

    await approver.goto('/desk/changes')
    await arrive(approver, 'Änderungen')
    await hands.press(
      approver.getByRole('listitem').filter({ hasText: 'Ergänzungen' }).getByRole('button').first(),
    )
    await told(approver, /Zur Freigabe eingereicht/)
    expect(await citizenSees('Zimmer 33')).toBe(true)
    await author.goto('/desk/changes')
    await author.getByRole('link', { name: /^Ergänzungen/ }).click()
    await button(author, 'Freigeben').click()
    await button(author, 'Jetzt veröffentlichen').click()
    await told(author, 'Veröffentlicht.')
    expect(await citizenSees('Zimmer 33')).toBe(false)
  })

  const citizenSees = async (text: string) => {
    const citizen = await stage.open(`/services/mv-hundesteuer?area=${regionKey}`)
    await citizen.getByRole('heading', { level: 1 }).waitFor()
    return (await citizen.locator('body').innerText()).includes(text)
  }
})
