import { beforeAll, describe, expect, test } from 'vitest'
import { importServices, service, text } from '../services/testing.ts'
import { openPages, publicUrl } from './testing.ts'

type Pages = Awaited<ReturnType<typeof openPages>>
let pages: Pages
let read: Pages['read']
beforeAll(async () => {
  pages = await openPages()
  read = pages.read
  await importServices(
    pages.db,
    [
      service('nur-titel'),
      service('mit-zeichen', { titles: { de: 'A & [B] <c>' }, modules: [text('05', '<p>x</p>')] }),
    ],
    'more',
  )
}, 60_000)

describe('the sitemap', () => {
  test('names every page with a text in both languages, and each as the other’s alternate', async () => {
    const { status, headers, text: xml } = await read('/sitemap.xml')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const own = `${publicUrl}/services/mv-hundesteuer`
    expect(xml).toContain(`<loc>${own}</loc>`)
    expect(xml).toContain(`<loc>${own}?lang=en</loc>`)
    expect(xml).toContain(`hreflang="en" href="${own}?lang=en"`)
    expect(xml).toMatch(/<lastmod>\d{4}-\d\d-\d\d[^<]*<\/lastmod>/)
    expect(xml).not.toContain('nur-titel')
  })

  test('has no second file where one is enough', async () => {
    expect((await read('/sitemap-1.xml')).status).toBe(200)
    expect((await read('/sitemap-2.xml')).status).toBe(404)
    expect((await read('/sitemap-0.xml')).status).toBe(404)
  })

  test('every page in it is there', async () => {
    const { text: xml } = await read('/sitemap.xml')
    const paths = [...xml.matchAll(/<loc>https:\/\/dienste\.stadt\.example([^<]*)<\/loc>/g)].map(
      ([, path]) => path ?? '',
    )
    expect(paths.length).toBeGreaterThan(150)
    for (const path of paths) expect.soft((await read(path)).status, path).toBe(200)
  }, 30_000)
})

test('robots.txt lets everybody in and leads to the sitemap', async () => {
  expect((await read('/robots.txt')).text).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${publicUrl}/sitemap.xml\n`,
  )
})

describe('llms.txt', () => {
  test('lists what has a text, with its first sentence, in German order', async () => {
    const { headers, text: listed } = await read('/llms.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(listed).toContain(
      `- [Hund anmelden (Hundesteuer)](${publicUrl}/services/mv-hundesteuer.md): Ein Hund zieht ein?`,
    )
    expect(listed).toContain('[A & \\[B\\] \\<c\\>]')
    expect(listed).not.toContain('nur-titel')
    expect(listed.indexOf('mv-eheschliessung')).toBeLessThan(listed.indexOf('mv-hundesteuer'))
  })

  test('narrows to a letter and refuses what is none', async () => {
    const { text: listed } = await read('/llms.txt?letter=H')
    expect(listed).toContain('mv-hundesteuer.md')
    expect(listed).not.toContain('mv-personalausweis.md')
    expect((await read('/llms.txt?letter=HH')).status).toBe(400)
  })
})

describe('a service as Markdown', () => {
  test('says what the page says, and where the page is', async () => {
    const { headers, text: page } = await read('/services/mv-personalausweis.md')
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(headers.get('link')).toBe(`<${publicUrl}/services/mv-personalausweis>; rel="canonical"`)
    expect(page).toMatch(/^# Personalausweis beantragen\n/)
    expect(page).toContain('## Das brauchen Sie\n\n- ')
    expect(page).toContain('1. Vereinbaren Sie')
    expect(page).toContain('[Personalausweisgesetz (PAuswG)](https://www.gesetze-im-internet.de/pauswg/)')
    expect(page).toContain('Leistungsschlüssel: 99008001012000')
  })

  test('is read in English, by Leistungsschluessel too', async () => {
    const { headers, text: page } = await read('/services/99008001012000.md?lang=en')
    expect(headers.get('content-language')).toBe('en')
    expect(page).toMatch(/^# Apply for an identity card\n/)
    expect(page).toContain('## What you need')
  })

  test('is a problem where there is no such service or language', async () => {
    expect((await read('/services/nope.md')).status).toBe(404)
    expect((await read('/services/%24.md')).status).toBe(404)
    expect((await read('/services/mv-hundesteuer.md?lang=%00')).status).toBe(400)
  })

  test.each([
    ['/services/nope.md', 404],
    ['/services/%24.md', 404],
    ['/services/mv-hundesteuer.md?lang=%00', 400],
  ])('%s is a problem to a program, and a page that helps to a person', async (path, expected) => {
    const program = await read(path)
    expect([program.status, program.headers.get('content-type')]).toEqual([
      expected,
      'application/problem+json; charset=utf-8',
    ])
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const person = await read(path, browser)
    expect([person.status, person.headers.get('content-type')]).toEqual([
      expected,
      'text/html; charset=utf-8',
    ])
    expect(person.text).toContain('href="/services?letter=H"')
    expect((await read('/services/mv-hundesteuer.md', browser)).text).toMatch(/^# /)
  })
})
