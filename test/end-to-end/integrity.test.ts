import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { Release } from '@amtsweg/embed/release.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown, strictPolicy } from './host-page.ts'
import { office } from './reader.ts'

const stage = useStage()
let town: HostPage
afterEach(() => town.close())

const widgets = `<amt-wayfinder loading="eager"><a href="/dienste">Alle Dienste</a></amt-wayfinder>
  <amt-responsibility-finder service="mv-hundesteuer" area="130745454089" loading="eager">
    <a href="/zustaendig">Wer ist zuständig?</a>
  </amt-responsibility-finder>`

/** Chromium enforces it; Firefox from 145, Safari does not know it. */
const headers = { 'integrity-policy': 'blocked-destinations=(script)' }

/** The tags that pin the server's present release, as the guide for webmasters has them, and what its policy must allow. */
async function pinned(release: Release): Promise<{ tags: string; policy: string }> {
  const { origin } = stage.server
  const map = await (await fetch(`${origin}/${release.release}/import-map.json`)).text()
  const hash = createHash('sha256').update(map).digest('base64')
  const file = (name: string) => `${origin}/${release.release}/${name}`
  const { integrity } = release.files['assets/core.js']!
  return {
    tags: `<script type="importmap">${map}</script>
      <link rel="modulepreload" href="${file('assets/core.js')}" integrity="${integrity}" crossorigin />
      <script type="module" src="${file('embed.js')}" integrity="${release.files['embed.js']!.integrity}" crossorigin></script>`,
    policy: strictPolicy(origin).replace('script-src', `script-src 'sha256-${hash}'`),
  }
}

const present = async () =>
  (await (await fetch(`${stage.server.origin}/v1/integrity.json`)).json()) as Release

/** Opens a page with our widgets; what the server sends for `changed` has one more byte. */
async function visit(tags: string, policy: string, changed?: string): Promise<Page> {
  town = await openTown({ body: tags + widgets, policy, headers })
  const disturbed = changed !== undefined
  const page = await (await stage.enter({ disturbed })).newPage()
  if (changed !== undefined)
    await page.route(`**/${changed}`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `${await response.text()} ` })
    })
  await page.goto(town.origin)
  return page
}

const fallbacks = (page: Page) =>
  Promise.all(['Alle Dienste', 'Wer ist zuständig?'].map((name) => page.getByText(name).waitFor()))

test('a pinned release runs where no script may run without a hash', async () => {
  const { tags, policy } = await pinned(await present())
  const page = await visit(tags, policy)
  await office(page, /Amt Klützer Winkel/)
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
})

test.each(['assets/core.js', 'embed.js'])(
  'one byte more in %s is noticed: it does not run, and the links of the page stay',
  async (file) => {
    const { tags, policy } = await pinned(await present())
    const page = await visit(tags, policy, file)
    await fallbacks(page)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => customElements.get('amt-wayfinder'))).toBeUndefined()
    await fallbacks(page)
  },
)

test('without hashes the same page refuses the script, so that its policy is known to work', async () => {
  const { origin } = stage.server
  const script = `<script type="module" src="${origin}/v1/embed.js"></script>`
  town = await openTown({ body: script + widgets, headers })
  const page = await (await stage.enter({ disturbed: true })).newPage()
  await page.goto(town.origin)
  await page.waitForLoadState('networkidle')
  await fallbacks(page)
  expect(await page.evaluate(() => customElements.get('amt-wayfinder'))).toBeUndefined()
})
