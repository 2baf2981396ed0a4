import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPages, publicUrl } from '../testing.ts'

interface Oembed {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly html: string
}

let pages: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  pages = await openPages()
}, 60_000)

const ask = async (url: string, more = '') => {
  const answer = await pages.read(`/oembed?url=${encodeURIComponent(url)}${more}`)
  return { ...answer, data: JSON.parse(answer.text) as Oembed & { code?: string } }
}
const source = ({ html }: Oembed) => / src="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

test('an address becomes a frame with a link behind it', async () => {
  const url = `${publicUrl}/embed/wayfinder?area=13074087&accent=0b5c4a`
  const { status, headers, data } = await ask(url)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(data).toMatchObject({
    ...{ version: '1.0', type: 'rich', title: 'Was möchten Sie erledigen?', cache_age: 86_400 },
    ...{ provider_name: 'Leistungen der Verwaltung', provider_url: publicUrl, width: 800, height: 600 },
  })
  expect(source(data)).toBe(url)
})

test('its HTML has the shape that WordPress keeps', async () => {
  const { data } = await ask(`${publicUrl}/services/mv-hundesteuer`)
  expect(data.html).toMatch(
    /^<blockquote class="wp-embedded-content"><a href="[^"]+">Hund anmelden \(Hundesteuer\)<\/a><\/blockquote><iframe class="wp-embedded-content" sandbox="[^"]+" security="restricted" src="[^"]+" width="800" height="600" title="Hund anmelden \(Hundesteuer\)" frameborder="0"><\/iframe>$/,
  )
})

test.each([
  [
    '/services/mv-hundesteuer?area=13074087&lang=en',
    '/embed/wayfinder?area=13074087&lang=en&service=mv-hundesteuer',
  ],
  ['/services/99102013002000', '/embed/wayfinder?service=99102013002000'],
  ['/services', '/embed/wayfinder'],
  ['/services?q=Hund', '/embed/wayfinder?q=Hund'],
  [
    '/embed/responsibility-finder?service=mv-hundesteuer',
    '/embed/responsibility-finder?service=mv-hundesteuer',
  ],
  ['/embed/wayfinder?view=a-z&theme=pink#teil', '/embed/wayfinder?view=a-z'],
])('%s is shown by %s', async (path, target) => {
  const { status, data } = await ask(publicUrl + path)
  expect([status, source(data)]).toEqual([200, publicUrl + target])
})

test('the host that was asked is ours as well, by either scheme', async () => {
  for (const origin of ['http://localhost', 'https://localhost', publicUrl.replace('https', 'http')])
    expect((await ask(`${origin}/embed/wayfinder`)).status, origin).toBe(200)
})

test('it never takes more room than there is', async () => {
  const { data } = await ask(`${publicUrl}/services`, '&maxwidth=320&maxheight=2000')
  expect([data.width, data.height]).toEqual([320, 600])
  expect(data.html).toContain('width="320" height="600"')
})

test('title and words are in the language of the address', async () =>
  expect((await ask(`${publicUrl}/services/mv-hundesteuer?lang=en`)).data.title).toBe(
    'Register a dog (dog tax)',
  ))

test('XML says the same', async () => {
  const url = encodeURIComponent(`${publicUrl}/embed/wayfinder?area=13&q=a%26b`)
  const { text, headers } = await pages.read(`/oembed?url=${url}&format=xml`)
  expect(headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(text).toContain('<oembed><version>1.0</version><type>rich</type>')
  expect(text).toContain('&lt;iframe')
  expect(text).toContain('area=13&amp;amp;q=a%26b')
})

describe('what is not ours to show', () => {
  test.each([
    ['https://anders.example/embed/wayfinder', '', 404, 'not-found'],
    [`${publicUrl}.anders.example/embed/wayfinder`, '', 404, 'not-found'],
    [`${publicUrl}@anders.example/embed/wayfinder`, '', 404, 'not-found'],
    [`${publicUrl}:8443/embed/wayfinder`, '', 404, 'not-found'],
    [`https://name:word@${new URL(publicUrl).host}/embed/wayfinder`, '', 404, 'not-found'],
    [`${publicUrl}/embed/map`, '', 404, 'not-found'],
    [`${publicUrl}/api/v1/services`, '', 404, 'not-found'],
    [`${publicUrl}/services/a/b`, '', 404, 'not-found'],
    [`${publicUrl}/services/%zz`, '', 404, 'not-found'],
    [`${publicUrl}/services/gibt-es-nicht`, '', 404, 'service-unknown'],
    [`${publicUrl}/services`, '&format=yaml', 501, 'format-not-offered'],
    [`${publicUrl}/services`, '&maxwidth=0', 400, 'invalid-query'],
    [`${publicUrl}/services`, '&maxheight=viel', 400, 'invalid-query'],
    ['javascript:alert(1)', '', 400, 'invalid-query'],
    ['', '', 400, 'invalid-query'],
  ])('%s%s is %d %s', async (url, more, status, code) => {
    const { data, headers, ...answer } = await ask(url, more)
    expect([answer.status, data.code]).toEqual([status, code])
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })
})

test('whatever is asked for, the HTML holds one link and one frame and nothing else', () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.webQueryParameters(),
      async (rest, query) => {
        const tail = encodeURIComponent(rest.toWellFormed())
        for (const path of [
          `/embed/wayfinder?q=${tail}&${query}`,
          `/services/${tail}`,
          `/embed/wayfinder?area=${tail}`,
        ]) {
          const { status, data } = await ask(publicUrl + path)
          expect([200, 400, 404]).toContain(status)
          if (status === 200)
            expect(data.html.match(/<\/?[a-z]+/g)).toEqual([
              '<blockquote',
              '<a',
              '</a',
              '</blockquote',
              '<iframe',
              '</iframe',
            ])
        }
      },
    ),
    { numRuns: 60 },
  ))

test.each(['/services/mv-hundesteuer', '/embed/wayfinder?area=13074087&lang=de'])(
  '%s says how to show it',
  async (path) => {
    const { text } = await pages.read(path)
    const [json, xml] = [
      ...text.matchAll(/type="(?:application\/json|text\/xml)\+oembed"\s+href="([^"]+)"/g),
    ].map(([, href]) => (href ?? '').replaceAll('&amp;', '&').replace(publicUrl, ''))
    const answer = await pages.read(json ?? '')
    expect(source(JSON.parse(answer.text) as Oembed)).toContain(publicUrl)
    expect((await pages.read(xml ?? '')).text).toContain('<oembed>')
  },
)

test('what is ours only by the Host header of one consumer is told to nobody else', async () => {
  const query = `/oembed?url=${encodeURIComponent('https://evil.example/embed/wayfinder')}`
  const answer = await pages.app.request(`https://evil.example${query}`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=60'])
  expect((await pages.read(query)).status).toBe(404)
})
