import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../.toolchain/browser.ts'
import { becomeAdministrator, firstLink, title } from '../end-to-end/desk-reader.ts'
import { mouse } from '../end-to-end/hands.ts'
import { demoData, runProgram, startServer, temporaryFolder } from '../end-to-end/server.ts'
import { nationServiceRecord } from '../synthetic-nation.ts'

// The desk with 10,000 services and 5,000 offices: milliseconds from a key to the next picture, as the browser measures interactions
// (Event Timing; what it does not report took less than 16 ms), and from the last letter to the rows that the server found.
const services = 10_000
const units = 5_000
const seed = 20261130

const folder = temporaryFolder()
const databaseUrl = `sqlite:${join(folder, 'desk.sqlite')}`
const amtsweg = async (...args: readonly string[]) => {
  const program = runProgram('cli', args, { DATABASE_URL: databaseUrl })
  if ((await program.ended) !== 0) throw new Error(program.output())
}
const write = (name: string, content: readonly object[]) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}
const unit = (index: number) => ({
  id: `bench-${index}`,
  names: { de: `Bürgeramt ${index}, Musterstadt-Nord` },
  tier: 'municipal',
  regionKey: '130765654',
  addresses: [
    { kind: 'visitor', street: 'Am Markt', houseNumber: `${index}`, postcode: '19230', city: 'Musterstadt' },
  ],
  invented: true,
})
await amtsweg('import', '--all', demoData)
await amtsweg(
  'import',
  'services',
  write(
    'services.json',
    Array.from({ length: services }, (_, index) => nationServiceRecord(index, seed)),
  ),
  '--source',
  'bench-services',
  '--source-name',
  'Erfunden',
)
await amtsweg(
  'import',
  'units',
  write(
    'units.json',
    Array.from({ length: units }, (_, index) => unit(index)),
  ),
  '--source',
  'bench-units',
  '--source-name',
  'Erfunden',
)
await amtsweg('authority', 'add', 'mv', '--area', '13')

const server = await startServer({ databaseUrl })
const browser = await launchBrowser()
const context = await browser.newContext({
  baseURL: server.origin,
  locale: 'de-DE',
  viewport: { width: 1280, height: 800 },
})
const page = await context.newPage()
let loaded = 0
page.on('response', (response) => {
  if (!/\/desk/.test(response.url())) return
  void response.body().then(
    (body) => (loaded += gzipSync(body, { level: 9 }).length),
    () => {},
  )
})
await page.addInitScript(() => {
  const durations: number[] = []
  Object.assign(window, { durations })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) durations.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
})
await page.goto(await firstLink(server))
await becomeAdministrator(page, mouse())
await title(page, 'Übersicht').waitFor()
console.log(`first load: ${(loaded / 1000).toFixed(1)} KB gzip of pages, scripts and styles`)
await page.locator('desk-app header select').selectOption('mv')

const rows = (from: Page) => from.locator('desk-list [role=row]')
for (const [name, address, wanted] of [
  ['services', '/desk/services', 'sache 9999'],
  ['offices', '/desk/units', 'Bürgeramt 4999'],
] as const) {
  const began = performance.now()
  await page.goto(address)
  // Not only the authority's own.
  if (name === 'offices') await page.locator('#whose').selectOption('all')
  await rows(page).first().waitFor()
  const shown = performance.now() - began
  await page.evaluate(() => (window as unknown as { durations: number[] }).durations.splice(0))
  let keys = 0
  await rows(page).first().getByRole('link').focus()
  for (const [key, times] of [
    ['ArrowDown', 120],
    ['PageDown', 30],
    ['ArrowUp', 60],
    ['End', 4],
    ['Home', 2],
  ] as const)
    for (let press = 0; press < times; press += 1, keys += 1) await page.keyboard.press(key)
  const drawn = await rows(page).count()
  const search = page.locator('desk-list #search')
  const waits: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await search.fill('')
    await page.waitForTimeout(600)
    const answered = page.waitForResponse(
      (response) => new URL(response.url()).searchParams.get('q') === wanted,
    )
    await search.pressSequentially(wanted)
    keys += wanted.length
    const typed = performance.now()
    await answered
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    waits.push(performance.now() - typed)
  }
  const slow = await page.evaluate(() => (window as unknown as { durations: number[] }).durations)
  const all = [...slow, ...Array.from({ length: Math.max(0, keys - slow.length) }, () => 16)].sort(
    (one, other) => one - other,
  )
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!
  console.log(
    `${name}: first rows after ${shown.toFixed(0)} ms, ${drawn} rows in the page; ${keys} keys, interaction p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms; ` +
      `search from the last letter to its rows ${waits.sort((one, other) => one - other)[2]!.toFixed(0)} ms (200 of them the pause)`,
  )
}

await browser.close()
server.signal('SIGTERM')
await server.ended
process.exit(0)
