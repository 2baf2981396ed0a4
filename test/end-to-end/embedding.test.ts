import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { foreignLit } from './foreign-lit.ts'
import { type HostPage, openTown, strictPolicy } from './host-page.ts'
import { walk } from './journey.ts'
import { office } from './reader.ts'
import { registerWebsite } from './server.ts'

const stage = useStage()
let town: HostPage
afterEach(() => town.close())

const script = (origin: string, query = '') =>
  `<script type="module" src="${origin}/embed.js${query}"></script>`
const finder = `<amt-responsibility-finder service="mv-hundesteuer" area="130745454089" loading="eager">
  <a href="/zustaendig">Wer ist zuständig?</a>
</amt-responsibility-finder>`
const wayfinder = `<amt-wayfinder loading="eager"><a href="/dienste">Alle Dienste</a></amt-wayfinder>`
const widgets = wayfinder + finder

/** Opens the page of a town that is registered; `origins` fills with everyone who is asked for anything. */
async function visit(body: string, more: Partial<Parameters<typeof openTown>[0]> = {}) {
  town = await openTown({ body, policy: strictPolicy(stage.server.origin), ...more })
  await registerWebsite(stage.server.databaseUrl, town.origin)
  const page = await (await stage.enter()).newPage()
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await page.goto(town.origin)
  return { page, origins }
}

const bothWork = async (page: Page) => {
  await office(page, /Amt Klützer Winkel/)
  await walk(page)
}

test('both widgets do the whole journey under the strictest policy, ask nobody else and leave nothing behind', async () => {
  const { page, origins } = await visit(script(stage.server.origin) + widgets)
  await bothWork(page)
  expect([...origins].sort()).toEqual([town.origin, stage.server.origin].sort())
  expect(await page.context().cookies()).toEqual([])
  const kept = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])
  expect(kept).toEqual([[], ['amt-place']])
})

test('the browser says with every question which website asks, and no more of it', async () => {
  const asked: Record<string, string>[] = []
  town = await openTown({ body: script(stage.server.origin) + widgets })
  const page = await (await stage.enter()).newPage()
  page.on('requestfinished', (request) => {
    if (request.url().includes('/api/v1/')) void request.allHeaders().then((fields) => asked.push(fields))
  })
  await page.goto(`${town.origin}/erika?q=Mustermann`)
  await office(page, /Amt Klützer Winkel/)
  await expect.poll(() => asked.length).toBeGreaterThan(1)
  expect(new Set(asked.map(({ origin }) => origin))).toEqual(new Set([town.origin]))
  expect(JSON.stringify(asked)).not.toMatch(/erika|Mustermann/)
})

test('a policy that is broken would be noticed here', async () => {
  town = await openTown({ body: '<p style="color: red">Rot</p>', policy: strictPolicy(stage.server.origin) })
  const page = await (await stage.enter({ disturbed: true })).newPage()
  const said = page.waitForEvent('console', (message) => message.text().startsWith('violated style-src'))
  await page.goto(town.origin)
  await said
})

describe('on a page that was made by many hands', () => {
  test('the script stands there twice, and once more under another address and name', async () => {
    const other = stage.server.origin.replace('localhost', '127.0.0.1')
    const { page } = await visit(
      script(stage.server.origin) + script(stage.server.origin, '?v=2') + widgets + script(other),
      {
        policy: `${strictPolicy(stage.server.origin).replaceAll(stage.server.origin, `${stage.server.origin} ${other}`)}`,
      },
    )
    await bothWork(page)
    expect(await page.locator('amt-wayfinder').count()).toBe(1)
  })

  test('somebody else has taken one of our names: theirs stays, our other widget works', async () => {
    const own = `<script type="module" src="/own.js"></script>`
    const { page } = await visit(own + script(stage.server.origin) + widgets, {
      policy: strictPolicy(stage.server.origin).replace('script-src', "script-src 'self'"),
      files: {
        '/own.js': [
          'text/javascript',
          `customElements.define('amt-responsibility-finder', class extends HTMLElement {
             connectedCallback() { this.textContent = 'Unser eigener Finder' }
           })`,
        ],
      },
    })
    await page.getByText('Unser eigener Finder').waitFor()
    await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  })

  test.each(['before', 'after'])('a Lit of its own comes %s ours, and neither minds', async (order) => {
    const theirs = '<script type="module" src="/town.js"></script><town-clock></town-clock>'
    const ours = script(stage.server.origin)
    const { page } = await visit((order === 'before' ? theirs + ours : ours + theirs) + widgets, {
      policy: strictPolicy(stage.server.origin)
        .replace('script-src', "script-src 'self'")
        .replace('trusted-types amt-html', 'trusted-types amt-html lit-html'),
      files: foreignLit,
    })
    await page.getByText('Die Uhr geht richtig').waitFor()
    await bothWork(page)
  })

  test('a widget that comes later, or moves, works as well', async () => {
    const { page } = await visit(script(stage.server.origin) + finder)
    await office(page, /Amt Klützer Winkel/)
    await page.evaluate(() => {
      const main = document.querySelector('main')!
      const widget = document.createElement('amt-wayfinder')
      main.prepend(widget)
      main.append(document.querySelector('amt-responsibility-finder')!)
    })
    await bothWork(page)
  })
})
