import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Release } from '@amtsweg/embed/release.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'
import { office } from './reader.ts'

const stage = useStage()
let town: HostPage
afterEach(() => town.close())

const widgets = `<amt-wayfinder loading="eager"></amt-wayfinder>
  <amt-responsibility-finder service="mv-hundesteuer" area="130745454089" loading="eager"></amt-responsibility-finder>`

let present: string

/** Two more releases of the same code, as an older server left them where this one keeps them. */
beforeAll(async () => {
  const { origin, databaseUrl } = stage.server
  const kept = join(dirname(databaseUrl.replace('sqlite:', '')), 'releases')
  const list = (await (await fetch(`${origin}/v1/integrity.json`)).json()) as Release
  present = list.release
  for (const release of ['1.9.0', '2.0.0']) {
    const files = Object.keys(list.files).map((file) => {
      const code = readFileSync(join(kept, present, file), 'utf8').replaceAll(present, release)
      mkdirSync(dirname(join(kept, release, file)), { recursive: true })
      writeFileSync(join(kept, release, file), code)
      const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`
      return [file, { ...list.files[file]!, integrity }] as const
    })
    const other: Release = { ...list, release, files: Object.fromEntries(files) }
    writeFileSync(join(kept, release, 'integrity.json'), JSON.stringify(other))
  }
})

const script = (path: string, origin = stage.server.origin) =>
  `<script type="module" src="${origin}/${path}"></script>`
const elsewhere = () => stage.server.origin.replace('localhost', '127.0.0.1')

/** The releases whose code was fetched, and what the console was told. */
async function visit(body: string) {
  town = await openTown({ body })
  const page = await (await stage.enter()).newPage()
  const asked = new Set<string>()
  const notices: string[] = []
  page.on('request', (request) => {
    const [, release] = /\/([^/]+)\/assets\/(?:core|wayfinder)\.js$/.exec(request.url()) ?? []
    if (release) asked.add(release)
  })
  page.on('console', (message) => {
    if (message.type() === 'info') notices.push(message.text())
  })
  await page.goto(town.origin)
  await office(page, /Amt Klützer Winkel/)
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  return { asked: [...asked], notices }
}

test('the same script three times is one', async () => {
  const { asked, notices } = await visit(
    script('v1/embed.js') + script('embed.js') + script('v1/embed.js') + widgets,
  )
  expect(asked).toEqual([present])
  expect(notices).toEqual([`Amtsweg ${present} yields to ${present}`])
})

test('of two versions the first works, and the second says so', async () => {
  const { asked, notices } = await visit(script('1.9.0/embed.js') + script('v1/embed.js') + widgets)
  expect(asked).toEqual(['1.9.0'])
  expect(notices).toEqual([`Amtsweg ${present} yields to 1.9.0`])
})

test('an older major version steps back before a newer one', async () => {
  const { asked } = await visit(script('2.0.0/embed.js') + script('v1/embed.js') + widgets)
  expect(asked).toEqual(['2.0.0'])
})

test('a newer major version takes over what has not come yet, and nothing fails where both have it', async () => {
  const { asked } = await visit(script('v1/embed.js') + script('2.0.0/embed.js') + widgets)
  expect(asked).toContain('2.0.0')
})

test('two servers on one page: the first works', async () => {
  const { asked, notices } = await visit(
    script('v1/embed.js', elsewhere()) + script('1.9.0/embed.js') + widgets,
  )
  expect(asked).toEqual([present])
  expect(notices).toEqual([`Amtsweg 1.9.0 yields to ${present}`])
})
