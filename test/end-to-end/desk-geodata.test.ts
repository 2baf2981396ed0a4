import { beforeAll, describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { beginInstallation, join, openDesk, openOffice, type Session, ways } from './desk.ts'
import { button, field } from './desk-reader.ts'

const stage = useStage()
let first: Session
beforeAll(async () => {
  first = await beginInstallation(stage)
  await openOffice(stage, first, { id: 'hagenow-land', regionKey: '130765654' })
})

/** Playgrounds of an invented town; of the last nobody has said where it is. */
const file = (...names: readonly string[]) => ({
  name: 'spielplaetze.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [...names, 'Am Ende'].map((name, index) => ({
        ...{ type: 'Feature', id: name, properties: { name } },
        geometry:
          index === names.length ? null : { type: 'Point', coordinates: [11.19 + index / 100, 53.42] },
      })),
    }),
  ),
})

// Both hands and both windows, in two journeys: each takes ten seconds.
const walked = ways.filter(({ id }) => id === 'keyboard-1280' || id === 'mouse-360')

describe.each(walked)('by $by at $width px', ({ id, visit, handsOf, arrive }) => {
  test(
    'a new officer publishes a file, then a second one, and takes that back',
    { timeout: 120_000 },
    async () => {
      const officer = await join(
        stage,
        first,
        'hagenow-land',
        `Ina ${id.replace('-', ' ')}`,
        'geodata-officer',
      )
      const page = await openDesk(await stage.enter(visit), handsOf, officer, '/desk/geodata')
      const hands = handsOf(page)
      const told = (text: string) => page.getByText(text).first().waitFor({ timeout: 30_000 })
      const collection = `spielplaetze-${id}`
      const published = async () => {
        const answer = await fetch(`${stage.server.origin}/ogc/collections/${collection}/items`)
        if (!answer.ok) return answer.status
        return ((await answer.json()) as { features: { id: string }[] }).features.map((one) => one.id)
      }
      const upload = async (...names: readonly string[]) => {
        await page.locator('#file').setInputFiles(file(...names))
        await hands.press(button(page, 'Hochladen und prüfen'))
        await page.getByRole('heading', { name: 'Was die Prüfung ergeben hat' }).waitFor({ timeout: 30_000 })
      }

      await arrive(page, 'Sammlungen')
      await hands.press(page.getByRole('link', { name: 'Neue Sammlung' }))
      await arrive(page, 'Neue Sammlung')
      await hands.type(field(page, 'Titel'), 'Spielplätze')
      await hands.type(field(page, 'Kurzname für Adressen'), collection)
      await hands.type(
        field(page, 'Adresse der Beschreibung'),
        'https://www.musterstadt.example/spielplaetze',
      )
      await hands.press(button(page, 'Anlegen'))
      await told('Die Sammlung ist angelegt.')
      await arrive(page, 'Spielplätze')

      await upload('Am Wall', 'Am See')
      await told('Objekt 3')
      await page.getByRole('application').locator('canvas').first().waitFor()
      await arrive(page, 'Spielplätze')
      expect(await published()).toBe(404)
      await hands.press(button(page, 'Als Fassung 1 veröffentlichen'))
      await told('Fassung 1 ist veröffentlicht.')
      expect(await published()).toEqual(['Am Wall', 'Am See', 'Am Ende'])

      await upload('Am Wall')
      await hands.press(button(page, 'Als Fassung 2 veröffentlichen'))
      await told('Fassung 2 ist veröffentlicht.')
      await told('1 weniger als Fassung 1')
      expect(await published()).toEqual(['Am Wall', 'Am Ende'])
      await hands.press(button(page, 'Rückgängig'))
      await told('Der frühere Stand gilt wieder.')
      await expect.poll(published).toEqual(['Am Wall', 'Am See', 'Am Ende'])

      await page.getByRole('tab', { name: 'Weitergeben' }).click()
      await page.getByLabel('Quellenangabe').waitFor()
      expect(await page.getByLabel('Quellenangabe').inputValue()).toContain('Musterverwaltung')
      await arrive(page, 'Spielplätze')
    },
  )
})
