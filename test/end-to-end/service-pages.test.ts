import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'

const stage = useStage()
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const pages = [
  '/services',
  '/services?letter=H&lang=en',
  '/services?q=Perso',
  '/services/mv-personalausweis?area=13074087',
  '/services/mv-hundesteuer?place=Gibtsnicht&lang=en',
  '/services/mv-hundesteuer?area=13074',
]

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${String(target)}`))
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(pages)(
    '%s has no fault that a machine can find, and breaks no policy of its own',
    async (path) => {
      const page = await stage.open(path, { colorScheme })
      expect(await page.locator('h1').count()).toBe(1)
      expect(await faults(page)).toEqual([])
    },
  )
})

test.each([280, 360, 1600])('on %i px no page needs scrolling sideways', async (width) => {
  for (const path of pages) {
    const page = await stage.open(path, { viewport: { width, height: 700 } })
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(beyond, path).toBe(0)
  }
})

test('everything a thumb must hit is large enough', async () => {
  const page = await stage.open('/services?letter=H', { viewport: { width: 360, height: 700 } })
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.letters a, button, input')]
      .map((one) => ({ what: one.outerHTML, height: one.getBoundingClientRect().height }))
      .filter(({ height }) => height < 44),
  )
  expect(small).toEqual([])
})

test('without any script one finds a service, says where one lives, and gets the office', async () => {
  const page = await stage.open('/services', { javaScriptEnabled: false })
  await page.getByRole('searchbox', { name: 'Leistung suchen' }).fill('Perso')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await page.getByRole('link', { name: 'Personalausweis beantragen', exact: true }).click()
  await page.getByRole('textbox', { name: 'Ihr Ort oder Ihre Postleitzahl' }).fill('23968')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Wismar', exact: true }).click()
  await page.getByRole('heading', { name: 'Bürgerbüro Wismar' }).waitFor()
  await page.getByText('Sprache', { exact: true }).click()
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Apply for an identity card' }).waitFor()
  await page.getByRole('heading', { name: 'Citizens’ office Wismar' }).waitFor()
})

test('the first Tab leads past the head of the page', async () => {
  const page = await stage.open('/services/mv-hundesteuer')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#content')
})

test('on paper there is the service, without forms and links to elsewhere', async () => {
  const page = await stage.open('/services/mv-hundesteuer?area=13074087')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { name: 'Das brauchen Sie' }).isVisible()).toBe(true)
  expect(await page.getByRole('checkbox').first().isVisible()).toBe(true)
  expect(await page.getByText('Diese Seite für Programme').isVisible()).toBe(false)
  expect(await page.getByRole('link', { name: 'English' }).isVisible()).toBe(false)
  expect((await page.pdf()).length).toBeGreaterThan(10_000)
})
