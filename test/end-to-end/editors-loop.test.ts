import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { openTown, strictPolicy } from './host-page.ts'
import { heading, identityCard, searchField, wayfinding } from './journey.ts'
import { field } from './reader.ts'
import { registerWebsite, runProgram } from './server.ts'

const stage = useStage()
const services = '/demo/musterstadt/dienste.html'
const word = 'Strolchpfennig'

/** What the page tells the server of searches. */
function listen(page: Page): unknown[] {
  const told: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/searches')) told.push(JSON.parse(request.postData() ?? 'null'))
  })
  return told
}

async function search(page: Page, text: string): Promise<void> {
  await field(page, searchField).fill(text)
  await field(page, searchField).press('Enter')
  await heading(page, wayfinding.results(text)).waitFor()
}

const command = async (...args: readonly string[]) => {
  const program = runProgram('cli', ['keywords', ...args], { DATABASE_URL: stage.server.databaseUrl })
  expect(await program.ended, program.output()).toBe(0)
  return program.output()
}

/** A town that embeds the wayfinder and allows nothing else. */
const openStrictTown = () =>
  openTown({
    body: `<script type="module" src="${stage.server.origin}/embed.js"></script>
      <amt-wayfinder loading="eager"></amt-wayfinder>`,
    policy: strictPolicy(stage.server.origin),
  })

describe('the page of a town with the strictest policy', () => {
  test('tells of a search without result and of a service that was opened, and of nothing else', async () => {
    const town = await openStrictTown()
    await registerWebsite(stage.server.databaseUrl, town.origin)
    const page = await (await stage.enter()).newPage()
    const told = listen(page)
    await page.goto(town.origin)
    await search(page, 'qqxxyyzz')
    await expect.poll(() => told).toEqual([{ outcome: 'none', q: 'qqxxyyzz' }])
    await search(page, 'Personalausweis')
    await page.getByRole('button', { name: identityCard, exact: true }).click()
    await heading(page, identityCard).waitFor()
    await expect
      .poll(() => told.at(-1))
      .toEqual({ outcome: 'opened', q: 'Personalausweis', service: 'mv-personalausweis' })
    expect(told).toHaveLength(2)
    await town.close()
  })

  test('that nobody registered searches as well as any, and is refused to be counted once', async () => {
    const town = await openStrictTown()
    // The browser tells of the refusal in its console: that is what a webmaster sees.
    const page = await (await stage.enter({ disturbed: true })).newPage()
    const told = listen(page)
    await page.goto(town.origin)
    const answered = page.waitForResponse('**/api/v1/searches')
    await search(page, 'qqxxyyzz')
    expect((await answered).status()).toBe(403)
    await search(page, 'qqxxyyzzz')
    await search(page, 'Personalausweis')
    await page.getByRole('button', { name: identityCard, exact: true }).click()
    await heading(page, identityCard).waitFor()
    expect(told).toEqual([{ outcome: 'none', q: 'qqxxyyzz' }])
    await town.close()
  })
})

test('whoever does not want to be counted is not', async () => {
  const context = await stage.enter()
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
  )
  const page = await context.newPage()
  const told = listen(page)
  await page.goto(services)
  await search(page, 'qqxxyyzz')
  await page.getByText(wayfinding.none('qqxxyyzz')).waitFor()
  const counting = page.waitForRequest('**/api/v1/searches')
  await page.evaluate(() => Reflect.deleteProperty(navigator, 'globalPrivacyControl'))
  await search(page, 'qqxxyyzzz')
  await counting
  expect(told).toMatchObject([{ q: 'qqxxyyzzz' }])
})

test(
  'five readers miss a word, an editor adds it, and the sixth finds the service',
  { timeout: 120_000 },
  async () => {
    for (const reader of [1, 2, 3, 4, 5]) {
      // Every reader comes through the town's proxy, which says from where. The answer is a cached one from the second on.
      const page = await stage.open(services, {
        extraHTTPHeaders: { 'x-forwarded-for': `203.0.${reader}.7` },
      })
      const counted = page.waitForResponse('**/api/v1/searches')
      await search(page, word)
      expect((await counted).status()).toBe(204)
    }
    stage.server.signal('SIGTERM')
    await stage.server.ended

    const suggested = await command('suggest')
    expect(suggested).toMatch(new RegExp(`^${word},.*,5,0,0,`, 'm'))
    await stage.restart()
    await command('add', word, '--service', 'mv-hundesteuer')
    expect(await command('suggest')).not.toContain(word)

    const page = await stage.open(`${services}?amt-q=${word}`)
    await page.getByRole('link', { name: /Hund/ }).first().waitFor()
  },
)
