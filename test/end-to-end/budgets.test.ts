import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'
import { field, office, placeField } from './reader.ts'

// What the budgets count (docs of the embedding measurements): of one widget alone on another origin's page, cold, until it
// shows its first view. Requests are the script files, the loader included, as for the peers in that table (Shoelace 54,
// Web Awesome 75), whose elements ask no API; our API answers are counted beside them and may not be more than three.
// Layout shift is what the browser itself counts, unthrottled, without the reader's own input.
const limits = { requests: 5, answers: 3, layoutShift: 0.02 }

const stage = useStage()
let town: HostPage
afterEach(() => town.close())

const start = (page: Page) => page.locator('amt-wayfinder [part=topic]').first().waitFor()
const card = (page: Page) => office(page, /Amt Klützer Winkel/)
const place = (page: Page) => field(page, placeField).waitFor()

/** The forms that content systems leave over; the link with the class that keeps its room. */
const division = (widget: string, options: Readonly<Record<string, string>>) =>
  `<div data-amt="${widget}"${Object.entries(options)
    .map(([name, value]) => ` data-${name}="${value}"`)
    .join('')}><a href="${stage.server.origin}/services">Alle Dienste</a></div>`
const link = (widget: string, options: Readonly<Record<string, string>>) =>
  `<p><a class="amt-embed" href="${stage.server.origin}/embed/${widget}?${new URLSearchParams(options)}">Alle Dienste</a></p>`
const cards = { service: 'mv-personalausweis', area: '130745454089' }

const widgets: readonly [
  name: string,
  tag: string | (() => string),
  shown: (page: Page) => Promise<unknown>,
  first: boolean,
][] = [
  ['the wayfinder', '<amt-wayfinder></amt-wayfinder>', start, true],
  [
    'the wayfinder at a service',
    '<amt-wayfinder service="mv-personalausweis" area="130745454089"></amt-wayfinder>',
    card,
    false,
  ],
  [
    'the finder',
    '<amt-responsibility-finder service="mv-personalausweis"></amt-responsibility-finder>',
    place,
    true,
  ],
  [
    'the finder with a place',
    '<amt-responsibility-finder service="mv-personalausweis" area="130745454089"></amt-responsibility-finder>',
    card,
    true,
  ],
  ['the wayfinder as a div', () => division('wayfinder', {}), start, true],
  ['the wayfinder as a link', () => link('wayfinder', {}), start, true],
  ['the finder with a place as a div', () => division('responsibility-finder', cards), card, true],
  ['the finder with a place as a link', () => link('responsibility-finder', cards), card, true],
]

const text = '<p>Aus dem Rathaus wird berichtet, was die Leute bewegt.</p>'

async function visit(tag: string | (() => string), width: number) {
  town = await openTown({
    body: `<link rel="stylesheet" href="${stage.server.origin}/assets/reserve.css" />${text}<script type="module" src="${stage.server.origin}/v1/embed.js"></script>${typeof tag === 'string' ? tag : tag()}${text.repeat(12)}`,
  })
  const context = await stage.enter({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(stage.server.origin)) asked.push(new URL(request.url()).pathname)
  })
  await page.goto(town.origin)
  return { page, asked }
}

/** The sum of all shifts so far, after the browser has drawn what is there. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (entries: PerformanceEntry[]) => {
          for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value
        }
        const observer = new PerformanceObserver((list) => add(list.getEntries()))
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              add(observer.takeRecords())
              resolve(sum)
            }),
          ),
        )
      }),
  )

test.each(widgets)('%s comes with few requests', async (name, tag, shown, first) => {
  const { page, asked } = await visit(tag, 1280)
  await shown(page)
  const scripts = asked.filter((path) => path.endsWith('.js'))
  const answers = asked.filter((path) => path.startsWith('/api/'))
  console.warn(`${name}: ${scripts.length} script files, ${answers.length} answers`)
  expect(new Set(asked).size, asked.join('\n')).toBe(asked.length)
  if (first) expect(scripts.length, scripts.join('\n')).toBeLessThanOrEqual(limits.requests)
  if (first) expect(answers.length, answers.join('\n')).toBeLessThanOrEqual(limits.answers)
})

test.each(
  widgets.flatMap(([name, tag, shown]) => [1280, 360].map((width) => [name, width, tag, shown] as const)),
)('%s moves nothing on a page of %i px', async (name, width, tag, shown) => {
  const { page } = await visit(tag, width)
  await shown(page)
  const shift = await layoutShift(page)
  console.warn(`${name} at ${width} px: layout shift ${shift.toFixed(4)}`)
  expect(shift).toBeLessThanOrEqual(limits.layoutShift)
})

test.each([
  ['an element', () => '<amt-wayfinder></amt-wayfinder>'],
  ['a div', () => division('wayfinder', {})],
  ['a link', () => link('wayfinder', {})],
])('a widget far down the page costs nothing until the reader comes near: %s', async (_, form) => {
  const { page, asked } = await visit(`${text.repeat(200)}${form()}`, 1280)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(['/assets/reserve.css', '/v1/embed.js'])
  await page.mouse.wheel(0, 1_000_000)
  await start(page)
  expect(asked.length).toBeGreaterThan(1)
})
