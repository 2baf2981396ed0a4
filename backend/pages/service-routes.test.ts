import { beforeAll, describe, expect, test } from 'vitest'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import { importServices, service, text } from '../services/testing.ts'
import { openPages, publicUrl } from './testing.ts'

type Pages = Awaited<ReturnType<typeof openPages>>
let pages: Pages
let read: Pages['read']
beforeAll(async () => {
  pages = await openPages()
  read = pages.read
}, 60_000)

const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? 'null') as {
    provider?: { name: string }
  }

describe('the page of a service', () => {
  test('tells all there is without a script: costs, documents, steps, laws', async () => {
    const { status, headers, text: page } = await read('/services/mv-personalausweis')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page).toContain('<h1>Personalausweis beantragen</h1>')
    for (const heading of ['Das brauchen Sie', 'So gehen Sie vor', 'Kosten', 'Rechtsgrundlagen'])
      expect(page).toContain(`<h2>${heading}</h2>`)
    expect(page).toMatch(/46,00\s€/)
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  test('is known under one address in each language, and says so in its head', async () => {
    const { text: page } = await read('/services/99008001012000?area=13074087')
    const own = `${publicUrl}/services/mv-personalausweis`
    expect(page).toContain(`<link rel="canonical" href="${own}" />`)
    expect(page).toContain(`<link rel="alternate" hreflang="en" href="${own}?lang=en" />`)
    expect(page).toContain(`<link rel="alternate" hreflang="x-default" href="${own}" />`)
    const { text: english } = await read('/services/mv-personalausweis?lang=en')
    expect(english).toContain('<html lang="en" dir="ltr">')
    expect(english).toContain(`<link rel="canonical" href="${own}?lang=en" />`)
    // Arabic words stand around the German text: search engines go on finding the German page.
    const { text: arabic } = await read('/services/mv-personalausweis?lang=ar')
    expect(arabic).toContain('<html lang="ar" dir="rtl">')
    expect(arabic).toContain(`<link rel="canonical" href="${own}" />`)
    expect(english).toContain('<h1>Apply for an identity card</h1>')
  })

  test('names the office of the place, by key, postcode or name, and tells search engines of it', async () => {
    for (const where of ['area=13074087', 'place=23966', 'place=Wismar']) {
      const { text: page } = await read(`/services/mv-personalausweis?${where}`)
      expect(page, where).toMatch(/<h3 *>Bürgerbüro Wismar<\/h3>/)
      expect(dataOf(page).provider?.name, where).toBe('Bürgerbüro Wismar')
    }
    expect(dataOf((await read('/services/mv-personalausweis')).text).provider).toBe(undefined)
  })

  test.each([
    ['de', 'Dienstag'],
    ['ar', 'الثلاثاء'],
  ])('tells the hours of a day one after the other, in %s too', async (lang, day) => {
    const { text: page } = await read(`/services/mv-personalausweis?area=130765654&lang=${lang}`)
    expect(page).toMatch(new RegExp(`${day}: <bdi>\\d+:\\d\\d–\\d+:\\d\\d</bdi> · <bdi>\\d+:\\d\\d–`))
  })

  test('asks back where the offices differ, each answer a link', async () => {
    const { text: page } = await read('/services/mv-hundesteuer?area=13074')
    expect(page).toContain('Welche ist Ihre?')
    expect(page).toMatch(/<a href="\/services\/mv-hundesteuer\?area=13074\d{7}" target="_self">/)
  })

  test('keeps what was typed where nobody knows the place', async () => {
    const { status, text: page } = await read('/services/mv-personalausweis?place=Gibtsnicht"><i>')
    expect(status).toBe(200)
    expect(page).toContain('Diesen Ort kennen wir nicht.')
    expect(page).toContain('value="Gibtsnicht&quot;&gt;&lt;i&gt;"')
    expect(page).toContain('aria-invalid="true"')
  })

  test('leads to its text in every language it exists in, with the place kept', async () => {
    const titles = { de: 'Anmelden', vi: 'Đăng ký', es: 'Registro' }
    await importServices(pages.db, [service('vielsprachig', { titles })], 'languages')
    const { text: page } = await read('/services/vielsprachig?area=13074087')
    const links = [...page.matchAll(/<a href="([^"]+)" lang="(es|vi)" hreflang="\2"\s*>([^<]+)<\/a/g)]
    expect(links.map(([, href, , name]) => [href, name])).toEqual([
      ['/services/vielsprachig?lang=es&amp;area=13074087', 'español'],
      ['/services/vielsprachig?lang=vi&amp;area=13074087', 'Tiếng Việt'],
    ])
    expect((await read('/services/vielsprachig?lang=vi')).text).toContain('<h1 lang="vi">Đăng ký</h1>')
    expect((await read('/services/mv-hundesteuer')).text).not.toContain('hreflang="vi"')
  })

  test.each(languages)('speaks %s around a text that keeps its own language', async (lang) => {
    const { text: page } = await read(`/services/mv-hundesteuer?lang=${lang}`)
    expect(page).toContain(`<html lang="${lang}" dir="${/ar|fa/.test(lang) ? 'rtl' : 'ltr'}">`)
    expect(page).toContain((await loadWords('services', lang)).messages.cost)
    expect(page).toContain(`<a href="/services${lang === 'de' ? '' : `?lang=${lang}`}">`)
    // To search engines it is the German page, unless most of it is in the language.
    const known = /rel="canonical" href="[^"]*?(?:lang=(\w+))?"/.exec(page)?.[1] ?? 'de'
    expect(known).toBe(lang === 'en' ? 'en' : 'de')
  })

  test('lets nothing that a text says become markup or end its data block', async () => {
    const evil = '</script><script>alert(1)</script>'
    await importServices(
      pages.db,
      [service('boese', { titles: { de: evil }, modules: [text('05', `<p>${evil}&lt;script&gt;</p>`)] })],
      'hostile',
    )
    const { text: page } = await read('/services/boese')
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
    expect(dataOf(page)).toMatchObject({ name: evil })
  })

  test('may be kept by everybody, and tells when it is still the same', async () => {
    const first = await read('/services/mv-hundesteuer')
    expect(first.headers.get('cache-control')).toMatch(/^public/)
    const again = await read('/services/mv-hundesteuer', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
  })
})

describe('an address with a slash at its end', () => {
  test.each([
    ['/services/mv-hundesteuer/', '/services/mv-hundesteuer'],
    ['/services/mv-hundesteuer/?lang=en&area=13', '/services/mv-hundesteuer?lang=en&area=13'],
    ['/services/mv-hundesteuer.md/', '/services/mv-hundesteuer.md'],
    ['/services/%2F%2Fnope.example/', '/services/%2F%2Fnope.example'],
  ])('%s leads to the page', async (path, target) => {
    const { status, headers } = await read(path)
    expect([status, headers.get('location')]).toEqual([301, target])
  })
})

describe('an address that leads nowhere', () => {
  test.each(['/services/gibt-es-nicht', '/services/%24%24', '/services/99999999999999'])(
    '%s is a page with the ways to all that there is',
    async (path) => {
      const { status, headers, text: page } = await read(`${path}?lang=en`)
      expect(status).toBe(404)
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(page).toContain('<h1>There is no such page</h1>')
      expect(page).toContain('<meta name="robots" content="noindex" />')
      expect(page).toContain('action="/services"')
      expect(page).toContain('href="/services?lang=en&amp;letter=D"')
    },
  )

  test.each([
    '/services/mv-hundesteuer?area=x',
    '/services?lang=%00',
    '/services?cursor=x',
    '/services?letter=ABC',
  ])('%s is not understood', async (path) => {
    const { status, text: page } = await read(path)
    expect(status).toBe(400)
    expect(page).toContain('Diese Adresse verstehen wir nicht')
  })
})

describe('the list of services', () => {
  test('is also found with a slash at the end, as people type it, and keeps the question', async () => {
    const { status, headers } = await read('/services/?q=hund&lang=en')
    expect(status).toBe(301)
    expect(headers.get('location')).toBe('/services?q=hund&lang=en')
  })

  test('goes from A to Z, page by page, until every service was there once', async () => {
    const seen: string[] = []
    let path: string | undefined = '/services'
    while (path) {
      const { text: page } = await read(path)
      seen.push(...[...page.matchAll(/<a href="\/services\/([^"?]+)"/g)].map(([, id]) => id ?? ''))
      path = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toContain('mv-zweitwohnungssteuer')
    expect(seen.length).toBeGreaterThanOrEqual(77)
  })

  test('narrows to a letter, and an empty field asks for nothing', async () => {
    const { text: page } = await read('/services?letter=h&q=&lang=')
    expect(page).toContain('<h2>Leistungen mit H</h2>')
    expect(page).toContain('href="/services/mv-hundesteuer"')
    expect(page).not.toContain('href="/services/mv-personalausweis"')
    expect(page).toContain('aria-current="page"')
    expect(page).toContain(`<link rel="canonical" href="${publicUrl}/services?letter=H" />`)
  })

  test('searches, and says when there is nothing', async () => {
    const found = (await read('/services?q=Perso')).text
    expect(found).toContain('<h2>Treffer für „Perso“</h2>')
    expect(found).toContain('href="/services/mv-personalausweis"')
    expect(found).toContain('content="noindex"')
    expect((await read('/services?q=xqzvw')).text).toContain('Dazu haben wir nichts gefunden.')
  })

  test('carries language and place along', async () => {
    const { text: page } = await read('/services?lang=en&area=13074087&letter=D')
    expect(page).toContain('<li lang="en">')
    expect(page).toMatch(/href="\/services\/[\w-]+\?lang=en&amp;area=130740087087"/)
  })
})
