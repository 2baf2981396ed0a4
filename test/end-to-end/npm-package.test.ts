import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { messages as english } from '@amtsweg/messages/wayfinding/en.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown, strictPolicy } from './host-page.ts'
import { walk } from './journey.ts'
import { bundle, compile, openProject } from './npm-project.ts'
import { field } from './reader.ts'
import { registerWebsite } from './server.ts'

let project: string
let town: HostPage | undefined
beforeAll(() => {
  project = openProject()
}, 120_000)
afterEach(async () => {
  await town?.close()
  town = undefined
})
// What is begun last ends first: a page that still fetches something must not find its site gone.
const stage = useStage()

/** The strict policy of a site whose own bundle holds the widgets, and Lit once for all. */
const ownBundle = (amtsweg: string) =>
  strictPolicy(amtsweg)
    .replace(`script-src ${amtsweg}`, "script-src 'self'")
    .replace('trusted-types amt-html', 'trusted-types lit-html')

async function visit(code: string, language?: string) {
  const { origin } = stage.server
  town = await openTown({
    body: `<script type="module" src="/page.js"></script><amt-wayfinder api="${origin}"></amt-wayfinder>`,
    policy: ownBundle(origin),
    files: await bundle(project, code),
    ...(language ? { language } : {}),
  })
  await registerWebsite(stage.server.databaseUrl, town.origin)
  const page = await (await stage.enter()).newPage()
  await page.goto(town.origin)
  return page
}

describe('a site that bundles the package itself', () => {
  test('has the whole journey, the finder within the wayfinder included, under a strict policy', async () => {
    const page = await visit("import '@amtsweg/widgets/wayfinder'")
    await walk(page)
  })

  test('gets the words of its language', async () => {
    const page = await visit("import '@amtsweg/widgets/wayfinder'", 'en')
    await field(page, english.field).waitFor()
  })

  test('can tell our events by their class', async () => {
    const page = await visit(
      `import { ViewChangedEvent } from '@amtsweg/widgets/wayfinder'
       addEventListener('amt-view-changed', (event) => {
         document.title = \`\${event instanceof ViewChangedEvent}: \${event.view}\`
       })`,
    )
    await page.getByRole('button', { name: 'A bis Z' }).click()
    await expect.poll(() => page.title()).toBe('true: a-z')
  })

  test('does not bring a widget it does not use, and brings the one it imports for its effect alone', async () => {
    const codeOf = async (code: string) =>
      Object.values(await bundle(project, code))
        .map(([, text]) => text)
        .join()
    const finder = await codeOf("import '@amtsweg/widgets/responsibility-finder'")
    expect(finder).toContain('amt-responsibility-resolved')
    expect(finder).not.toContain('amt-search-done')
    expect(await codeOf("import '@amtsweg/widgets'")).toContain('amt-search-done')
  })
})

test('llms.txt leads to the reference of all elements, and that is there', async () => {
  const text = await (await fetch(`${stage.server.origin}/llms.txt`)).text()
  const links = [...text.matchAll(/\]\((\S+\/assets\/\S+)\)/g)].map(([, link]) => link!)
  const answers = await Promise.all(links.map((link) => fetch(link)))
  expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
    [200, 'text/markdown; charset=utf-8'],
    [200, 'application/json; charset=utf-8'],
  ])
  expect(await answers[0]!.text()).toContain(
    '`SearchDoneEvent { text: string; count: number; more: boolean }`',
  )
})

const plain = `
import { type SearchDoneEvent, Wayfinder } from '@amtsweg/widgets/wayfinder'
import type { Service } from '@amtsweg/widgets'

const wayfinder: Wayfinder = document.querySelector('amt-wayfinder')!
wayfinder.area = '13'
wayfinder.view = 'a-z'
// @ts-expect-error -- there is no such view
wayfinder.view = 'map'
// @ts-expect-error -- it is read from the page
wayfinder.language = 'de'
wayfinder.addEventListener('amt-service-opened', ({ service }) => {
  const opened: Service = service
  const title: string = opened.title
  // @ts-expect-error -- there is no such field
  return title + service.name
})
document.addEventListener('amt-search-done', () => {})
wayfinder.addEventListener('amt-search-done', (event: SearchDoneEvent) => event.count.toFixed())
wayfinder.client = { ...wayfinder.client, sources: async () => ({ items: [] }) }
document.querySelector('amt-responsibility-finder')!.addEventListener('amt-responsibility-resolved', (event) => {
  const [first] = event.responsibility.units
  return first?.unit.name.trim()
})
`

const react = `
import type {} from '@amtsweg/widgets/react'

export const page = (
  <amt-wayfinder
    api="https://amtsweg.example.de"
    area="13"
    deep-links
    lang="en"
    className="wide"
    loading="eager"
    onamt-service-opened={({ service }) => console.log(service.title)}
  >
    <a href="/dienste">Alle Dienste</a>
  </amt-wayfinder>
)
// @ts-expect-error -- there is no such view
export const wrong = <amt-wayfinder view="map" />
// @ts-expect-error -- there is no such attribute
export const unknown = <amt-responsibility-finder town="Wismar" />
// @ts-expect-error -- there is no such field
export const deaf = <amt-wayfinder onamt-search-done={(event) => event.detail} />
`

describe.each(['bundler', 'nodenext'] as const)('TypeScript (%s)', (module) => {
  test('knows elements, properties and events', () => {
    expect(compile(project, 'plain.ts', plain, module)).toEqual([])
  })

  test('knows attributes and listeners in templates of React', () => {
    expect(compile(project, 'react.tsx', react, module)).toEqual([])
  })
})
