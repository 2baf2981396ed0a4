import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { importMap, type Release } from '@amtsweg/embed/release.ts'
import { launchBrowser } from '../../.toolchain/browser.ts'
import { openTown } from '../end-to-end/host-page.ts'
import { startServer } from '../end-to-end/server.ts'

// What a widget costs a page of another origin, cold: 4x CPU, 1.6 Mbit/s, 150 ms, median of 5. Beside it, in the same run, a
// form of one select, one input and one button with Shoelace's and Web Awesome's loaders, as published.
const rounds = 5

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}
const folderOf = (name: string) => join(import.meta.dirname, '../node_modules', name)
/** As a content delivery network would send it. */
const compressed = (path: string) =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
const peers = createServer((request, response) => {
  const [, name, ...path] = request.url!.split('?')[0]!.split('/')
  const root = folderOf(name === 'shoelace' ? '@shoelace-style/shoelace' : '@awesome.me/webawesome')
  try {
    const type = types[extname(request.url!.split('?')[0]!)] ?? 'application/octet-stream'
    response
      .writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'access-control-allow-origin': '*' })
      .end(compressed(join(root, ...path)))
  } catch {
    response.writeHead(404, { 'access-control-allow-origin': '*' }).end()
  }
})
await new Promise<void>((resolve) => peers.listen(0, '127.0.0.1', resolve))
const peer = `http://localhost:${(peers.address() as AddressInfo).port}`

const server = await startServer()
const browser = await launchBrowser()
const release = (await (await fetch(`${server.origin}/v1/integrity.json`)).json()) as Release
const head = `<link rel="stylesheet" href="${server.origin}/assets/reserve.css" />`
const current = `${head}<script type="module" src="${server.origin}/v1/embed.js"></script>`
const file = (name: string) => `${server.origin}/${release.release}/${name}`
const pinned = (...names: readonly string[]) =>
  `${head}<script type="importmap">${JSON.stringify(importMap(server.origin, release))}</script>${names
    .map(
      (name) =>
        `<link rel="modulepreload" href="${file(name)}" integrity="${release.files[name]!.integrity}" crossorigin />`,
    )
    .join(
      '',
    )}<script type="module" src="${file('embed.js')}" integrity="${release.files['embed.js']!.integrity}" crossorigin></script>`
const needed = ['core', 'wayfinder', 'amt-wayfinder-de', 'combobox'].map((name) => `assets/${name}.js`)

const wayfinder = '<amt-wayfinder></amt-wayfinder>'
const topic = 'amt-wayfinder [part=topic]'
const pages: readonly (readonly [name: string, body: string, shown: string])[] = [
  ['wayfinder', current + wayfinder, topic],
  ['wayfinder as a div', `${current}<div data-amt="wayfinder"></div>`, topic],
  [
    'wayfinder as a link',
    `${current}<p><a class="amt-embed" href="${server.origin}/embed/wayfinder">Dienste</a></p>`,
    topic,
  ],
  ['wayfinder pinned', pinned() + wayfinder, topic],
  ['wayfinder pinned, modulepreload', pinned(...needed) + wayfinder, topic],
  [
    'finder',
    `${current}<amt-responsibility-finder service="mv-hundesteuer"></amt-responsibility-finder>`,
    'amt-responsibility-finder input',
  ],
  [
    'Shoelace autoloader',
    `<link rel="stylesheet" href="${peer}/shoelace/cdn/themes/light.css" /><script type="module" src="${peer}/shoelace/cdn/shoelace-autoloader.js"></script><sl-select label="Ort"><sl-option value="a">A</sl-option></sl-select><sl-input label="Suche"></sl-input><sl-button>Los</sl-button>`,
    'sl-input input',
  ],
  [
    'Web Awesome loader',
    `<link rel="stylesheet" href="${peer}/webawesome/dist-cdn/styles/webawesome.css" /><script type="module" src="${peer}/webawesome/dist-cdn/webawesome.loader.js"></script><wa-select label="Ort"><wa-option value="a">A</wa-option></wa-select><wa-input label="Suche"></wa-input><wa-button>Los</wa-button>`,
    'wa-input input',
  ],
]

/** One cold visit: requests, kilobytes, ms until the first view, ms of script, layout shift. */
async function visit(on: Browser, body: string, shown: string): Promise<readonly number[]> {
  const town = await openTown({ body })
  const context = await on.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Performance.enable')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const speed = (1.6 * 1_000_000) / 8
  const link = { offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed }
  await cdp.send('Network.emulateNetworkConditions', link)
  let requests = 0
  let bytes = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1
    bytes += encodedDataLength
  })
  await page.goto(town.origin, { waitUntil: 'commit' })
  await page.locator(shown).first().waitFor({ timeout: 60_000 })
  const ms = await page.evaluate(() => performance.now())
  await page.waitForLoadState('networkidle')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const script = metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(0), 500)
      }),
  )
  await context.close()
  await town.close()
  return [requests, bytes / 1000, ms, script, shift]
}

/** Milliseconds at 4x that evaluating the loader's module takes, read from the browser's own trace. */
async function evaluation(on: Browser): Promise<number> {
  const town = await openTown({ body: `${current}<div data-amt="wayfinder"></div>` })
  const page = await on.newPage()
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await on.startTracing(page, { categories: ['v8', 'devtools.timeline'] })
  await page.goto(town.origin)
  await page.locator(topic).first().waitFor({ timeout: 60_000 })
  const { traceEvents } = JSON.parse(String(await on.stopTracing())) as {
    traceEvents: readonly { name: string; ts: number; dur: number }[]
  }
  await page.context().close()
  await town.close()
  // The trace tells no address here; the loader is the first module of the page, and imports the others.
  const [first] = traceEvents
    .filter(({ name }) => name === 'v8.evaluateModule')
    .sort((one, other) => one.ts - other.ts)
  return first!.dur / 1000
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[values.length >> 1]!

console.log(
  '| page | requests | KB | first UI ms | script ms at 4x | layout shift |\n|---|--:|--:|--:|--:|--:|',
)
for (const [name, body, shown] of pages) {
  const visits: (readonly number[])[] = []
  for (let round = 0; round < rounds; round += 1) visits.push(await visit(browser, body, shown))
  const [requests, kb, ms, script, shift] = [0, 1, 2, 3, 4].map((at) =>
    median(visits.map((each) => each[at]!)),
  )
  console.log(
    `| ${name} | ${requests} | ${kb!.toFixed(1)} | ${ms!.toFixed(0)} | ${script!.toFixed(0)} | ${shift!.toFixed(3)} |`,
  )
}
const evaluations: number[] = []
for (let round = 0; round < rounds; round += 1) evaluations.push(await evaluation(browser))
console.log(`\nloader evaluation at 4x: ${median(evaluations).toFixed(1)} ms (goal 10)`)
await browser.close()
server.signal('SIGTERM')
await server.ended
peers.close()
process.exit(0)
