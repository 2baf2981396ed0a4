import { beforeAll, describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import {
  beginInstallation,
  join,
  openOffice,
  openSignedIn,
  type Session,
  type SignedIn,
  ways,
} from './desk.ts'
import { button, field } from './desk-reader.ts'

const stage = useStage()
const town = 'hagenow-land'
let first: Session
let officers: readonly [SignedIn, SignedIn]
beforeAll(async () => {
  first = await beginInstallation(stage)
  await openOffice(stage, first, { id: town, regionKey: '130765654', fourEyes: true })
  const officer = (name: string) => join(stage, first, town, name, 'geodata-officer')
  officers = [await officer('Ina Karte'), await officer('Uwe Lage')]
})

const csv = (...rows: readonly string[]) => ({
  ...{ name: 'plaetze.csv', mimeType: 'text/csv' },
  buffer: Buffer.from(['name;lat;lon', ...rows, ''].join('\n')),
})
const faulty = csv('Am Wall;53,42;11,19', 'Am See;unbekannt;11,20')
const right = csv('Am Wall;53,42;11,19', 'Am See;53,43;11,20')

describe.each(ways.filter(({ by }) => by === 'keyboard'))(
  'at $width px',
  ({ id, visit, handsOf, arrive }) => {
    test(
      'a file with faults is mended, approved by a second person, seen by citizens, and taken back',
      { timeout: 120_000 },
      async () => {
        const [ina, uwe] = officers
        const collection = `plaetze-${id}`
        const name = `Plätze ${id}`
        const page = await openSignedIn(stage, ina, '/desk/geodata/new', visit)
        const hands = handsOf(page)
        const told = (text: string | RegExp, on = page) =>
          on.getByText(text).first().waitFor({ timeout: 30_000 })
        const approve = async (who: SignedIn, subject = name) => {
          const desk = await openSignedIn(stage, who, '/desk/changes', visit)
          await arrive(desk, 'Änderungen')
          await handsOf(desk).press(desk.getByRole('link', { name: `Geodaten: ${subject}` }).first())
          await handsOf(desk).press(button(desk, 'Freigeben'))
          await told('Freigegeben. Jetzt kann es veröffentlicht werden.', desk)
          await handsOf(desk).press(button(desk, 'Jetzt veröffentlichen'))
          await told('Veröffentlicht.', desk)
          return desk
        }
        const items = async () => {
          const answer = await fetch(`${stage.server.origin}/ogc/collections/${collection}/items`)
          if (!answer.ok) return answer.status
          const { features } = (await answer.json()) as { features: { properties: { name: string } }[] }
          return features.map(({ properties }) => properties.name)
        }

        await arrive(page, 'Neue Sammlung')
        await hands.type(field(page, 'Titel'), name)
        await hands.type(field(page, 'Kurzname für Adressen'), collection)
        await hands.type(field(page, 'Adresse der Beschreibung'), 'https://www.musterstadt.example/plaetze')
        await hands.press(button(page, 'Anlegen'))
        await told(/Zur Freigabe eingereicht/)
        // Nobody knows its name before it is there.
        await approve(uwe, collection)

        await page.goto(`/desk/geodata/${collection}`)
        await page.locator('#file').setInputFiles(faulty)
        await hands.press(button(page, 'Hochladen und prüfen'))
        await told('Objekt 2')
        await arrive(page, name)
        await page.locator('#file').setInputFiles(right)
        await hands.press(button(page, 'Hochladen und prüfen'))
        await page.getByRole('button', { name: 'Am See' }).waitFor({ timeout: 30_000 })
        await page.getByRole('application').locator('canvas').first().waitFor()
        await arrive(page, name)
        await hands.press(page.getByRole('button', { name: /^Als Fassung \d veröffentlichen$/ }))
        await told(/Zur Freigabe eingereicht/)
        expect(await items()).toBe(404)

        const desk = await approve(uwe)
        expect(await items()).toEqual(['Am Wall', 'Am See'])
        const citizen = await stage.open(`/ogc/collections/${collection}?f=html`, {
          viewport: visit.viewport,
        })
        await citizen.locator('amt-map-viewer').getByText('Am See').first().waitFor({ timeout: 30_000 })

        await desk.goto('/desk/changes')
        await arrive(desk, 'Änderungen')
        await desk
          .getByRole('listitem')
          .filter({ hasText: name })
          .getByRole('button', { name: /^Rückgängig/ })
          .first()
          .press('Enter')
        await told(/Zur Freigabe eingereicht/, desk)
        await approve(ina)
        expect(await items()).toBe(404)
      },
    )
  },
)
