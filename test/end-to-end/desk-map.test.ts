import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { beginInstallation, type Office, openDesk, openOffice } from './desk.ts'
import { keyboard } from './hands.ts'

const stage = useStage()
let office: Office
beforeAll(async () => {
  office = await openOffice(stage, await beginInstallation(stage), {
    id: 'hagenow-land',
    regionKey: '130765654',
  })
})

test.each([
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
])(
  'who answers for a service is seen on a map and asked by keyboard and pointer, at $width px',
  { timeout: 60_000 },
  async (viewport) => {
    const context = await stage.enter({ signsIn: true, viewport })
    const page = await openDesk(
      context,
      keyboard,
      office.editors[0]!,
      '/desk/responsibilities?by=service&service=mv-hundesteuer',
    )
    await page.getByRole('link', { name: 'Auf der Karte ansehen' }).press('Enter')
    const map = page.getByRole('application')
    await map.locator('canvas').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )

    const told = page.getByRole('status').filter({ hasText: 'Zuständig ist' })
    await map.press('Enter')
    const first = await told.textContent()
    await page.getByRole('button', { name: 'Alles zeigen' }).press('Enter')
    const { width, height } = (await map.boundingBox())!
    const steps = [0.3, 0.4, 0.5, 0.6, 0.7]
    const points = steps.flatMap((x) => steps.map((y) => ({ x: x * width, y: y * height })))
    const heard = new Set([first])
    for (const position of points) {
      await map.click({ position })
      heard.add(await told.textContent())
    }
    expect(heard.size).toBeGreaterThan(1)
    await page.getByRole('link', { name: /^Alle Zuständigkeiten in/ }).click()
    await page.getByRole('tab', { name: 'Nach Ort', selected: true }).waitFor()
  },
)
