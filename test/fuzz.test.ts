import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '@amtsweg/backend/access/index.ts'
import { addAuthority, addTestClerk, addTestToken, editing } from '@amtsweg/backend/access/testing.ts'
import { openDemoApp } from './demo-app.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly pattern?: string
  readonly enum?: readonly string[]
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema: Schema
}
interface Operation {
  /** It takes a token. */
  readonly security?: readonly object[]
  readonly parameters?: readonly Parameter[]
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, unknown>> } }
}
type Paths = Record<string, { get?: Operation; put?: object }>

const runs = Number(process.env['FUZZ_RUNS'] ?? 250)
const seed = Number(process.env['FUZZ_SEED'] ?? 20261123)

let app: Awaited<ReturnType<typeof openDemoApp>>['app']
let failures: unknown[]
let database: Awaited<ReturnType<typeof openDemoApp>>['database']
let paths: Paths
beforeAll(async () => {
  ;({ app, failures, database } = await openDemoApp())
  const pathsOf = async (document: string) =>
    Object.entries(((await (await app.request(document)).json()) as { paths: Paths }).paths)
  const hsds = (await pathsOf('/hsds/openapi.json')).map(([path, one]) => [`/hsds${path}`, one] as const)
  paths = Object.fromEntries([...(await pathsOf('/api/openapi.json')), ...hsds, ...(await geodataPaths())])
}, 60_000)

/** What /ogc describes, whose parameters stand apart (OpenAPI 3.0, 4.7.23). */
async function geodataPaths(): Promise<[string, { get?: Operation }][]> {
  const document = (await (await app.request('/ogc/api?f=json')).json()) as {
    readonly paths: Paths
    readonly components: { readonly parameters: Readonly<Record<string, Parameter>> }
  }
  const parameterOf = (parameter: Parameter & { readonly $ref?: string }) =>
    document.components.parameters[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter
  return Object.entries(document.paths).flatMap(([path, { get }]) =>
    get
      ? [
          [
            `/ogc${path}`.replace(/\/$/, ''),
            { get: { ...get, parameters: (get.parameters ?? []).map(parameterOf) } },
          ],
        ]
      : [],
  )
}

/** Values that exist in the demo data, values of the right form, and everything else. */
const known = [
  '13',
  '13074',
  '130740087',
  '130740087087',
  '13074087',
  '19230',
  '23968',
  '19053',
  'mv-personalausweis',
  'playgrounds',
  's01',
  'berths',
  'WebMercatorQuad',
  '11.2,53.4,11.4,53.5',
  '2024-01-01/..',
  "casei(name) LIKE '%a%'",
  'S_INTERSECTS(geometry,BBOX(11,53,12,54))',
  'http://www.opengis.net/def/crs/EPSG/0/25833',
]
const words = [
  'Perso verlängern',
  'Neuenkirchen',
  'Hund',
  'de',
  'en',
  'A',
  'Ö',
  '53.63',
  '11.41',
  '1',
  '100',
  'citizen',
]
const hostile = [
  '', ' ', '"', "' or 1=1 --", '*', '"" AND', 'NEAR(', '%', '_', '\\', '\u202e', 'é', '🏛', '-1', '1e309', 'NaN',
  '__proto__', '../../etc/passwd', '<script>', 'a'.repeat(200), '('.repeat(150), 'ss'.repeat(90), '0'.repeat(190),
  `${'a '.repeat(95)}!`, 'ä'.repeat(100), '\ud800', '99999999999999999999',
] // prettier-ignore

function valueOf({ pattern, enum: values, type }: Schema): fc.Arbitrary<string> {
  const fitting: fc.Arbitrary<string>[] = []
  if (values) fitting.push(fc.constantFrom(...values))
  if (pattern) fitting.push(fc.stringMatching(new RegExp(pattern)))
  if (type === 'integer' || type === 'number') fitting.push(fc.integer().map(String), fc.double().map(String))
  return fc.oneof(
    ...fitting,
    fc.constantFrom(...known, ...words),
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
}

/** Percent-encodes like a client would; a lone surrogate, which no client can encode, becomes U+FFFD. */
const encode = (value: string) => encodeURIComponent(value.toWellFormed())

function requestOf(path: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const fields = fc.record(
    Object.fromEntries(
      parameters.map(({ name, in: place, schema }) => [`${place} ${name}`, valueOf(schema)]),
    ),
    {
      requiredKeys: parameters.filter(({ in: place }) => place === 'path').map(({ name }) => `path ${name}`),
    },
  )
  return fields.map((values) => {
    const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const target = given.reduce(
      (address, [key, value]) =>
        key.startsWith('path ') ? address.replace(`{${key.slice(5)}}`, encode(value) || '%20') : address,
      path,
    )
    const query = given
      .filter(([key]) => key.startsWith('query '))
      .map(([key, value]) => `${key.slice(6)}=${encode(value)}`)
    return query.length > 0 ? `${target}?${query.join('&')}` : target
  })
}

const problem = 'application/problem+json'

/** What pages for frames are asked for. */
const pageParameters: readonly Parameter[] = [
  ...['area', 'service', 'life-situation', 'view', 'lang', 'theme', 'scheme', 'accent', 'font', 'radius'],
  ...['q', 'audience', 'letter', 'from', 'cursor', 'place', 'in', 'pick'],
].map((name) => ({ name, in: 'query', schema: {} }))

test(
  'whatever a page for frames is asked for, it is a page, and what was typed is still there',
  { timeout: 120_000 },
  async () => {
    for (const path of [
      '/embed/wayfinder',
      '/embed/responsibility-finder',
      '/embed/directory',
      '/embed/map-viewer',
    ])
      await fc.assert(
        fc.asyncProperty(requestOf(path, pageParameters), async (address) => {
          const response = await app.request(address)
          const text = await response.text()
          expect([200, 400, 404, 414], `${address}: ${String(failures.at(-1))}`).toContain(response.status)
          if (response.status === 414) return
          expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
          expect(text).toMatch(/<h1[^]*<footer/)
          expect(text).not.toMatch(/<script>|undefined|\[object/)
        }),
        { numRuns: runs, seed },
      )
    expect(failures).toEqual([])
  },
)

/** Its standards name types without a charset. */
const isGeodata = (path: string) => path.startsWith('/ogc')
const isEntrance = (path: string) => path.startsWith('/api/v1/sign-in/')

test(
  'whatever is put into any parameter of any route, the answer is an answer or a problem',
  { timeout: 300_000 },
  async () => {
    let asked = 0
    const readable = Object.entries(paths).flatMap(([path, { get }]) => (get ? [[path, get] as const] : []))
    for (const [path, get] of readable)
      await fc.assert(
        fc.asyncProperty(requestOf(path, get.parameters ?? []), async (address) => {
          const response = await app.request(address)
          const text = await response.text()
          asked += 1
          expect(response.status, `${address}: ${String(failures.at(-1))}`).toBeLessThan(500)
          // Ways to sign in may be closed here, and send back to the page of signing in.
          const more = [
            ...(get.security ? [401] : []),
            ...(isEntrance(path) ? [303, 403] : []),
            // An empty tile.
            ...('204' in get.responses ? [204] : []),
          ]
          expect([200, 301, 400, 404, 414, ...more], address).toContain(response.status)
          if ([204, 301, 303].includes(response.status)) return
          const types = response.status === 200 ? Object.keys(get.responses[200].content) : [problem]
          const type = response.headers.get('content-type')
          expect(
            types.flatMap((one) =>
              isGeodata(path) ? [one, `${one}; charset=utf-8`] : [`${one}; charset=utf-8`],
            ),
          ).toContain(type)
          if (type?.includes('json')) expect(() => void JSON.parse(text)).not.toThrow()
          expect(text).not.toMatch(/\n\s+at |node_modules|SqliteError|SQLITE_/)
        }),
        { numRuns: runs, seed },
      )
    console.log(`${asked} requests, seed ${seed}`)
    expect(asked).toBeGreaterThanOrEqual(runs * readable.length)
    expect(failures).toEqual([])
  },
)

/** Pages and files that stand in no OpenAPI document: what they take, and what they are. */
const pages: readonly (readonly [path: string, query: readonly string[], type: string])[] = [
  ['/services', ['lang', 'area', 'q', 'letter', 'cursor'], 'text/html'],
  ['/services/{id}', ['lang', 'area', 'place'], 'text/html'],
  ['/services/{id}.md', ['lang'], 'text/markdown'],
  ['/llms.txt', ['letter'], 'text/plain'],
  ['/sitemap-{id}.xml', [], 'application/xml'],
]

test.each(pages)(
  'whatever is put into %s, it is a page or says what is wrong',
  { timeout: 120_000 },
  async (path, query, type) => {
    const parameters = [
      ...(path.includes('{id}') ? [{ name: 'id', in: 'path', schema: {} }] : []),
      ...query.map((name) => ({ name, in: 'query', schema: {} })),
    ]
    await fc.assert(
      fc.asyncProperty(requestOf(path, parameters), async (address) => {
        const response = await app.request(address)
        const text = await response.text()
        expect([200, 302, 400, 404, 414], `${address}: ${String(failures.at(-1))}`).toContain(response.status)
        // A path that ends or climbs elsewhere is another route's, or nobody's.
        if (new URL(address, 'http://localhost').pathname.split('/').length === path.split('/').length)
          expect([type, 'text/html', problem].map((one) => `${one}; charset=utf-8`)).toContain(
            response.headers.get('content-type'),
          )
        expect(text).not.toMatch(/\n\s+at |node_modules|SqliteError|SQLITE_/)
        if (response.headers.get('content-type')?.startsWith('text/html'))
          expect(text).not.toContain('<script>')
      }),
      { numRuns: runs, seed },
    )
    expect(failures).toEqual([])
  },
)

test('whatever is sent as a body, it is taken or refused as a problem', { timeout: 60_000 }, async () => {
  const field = fc.oneof(
    fc.constantFrom(...words, ...known, ...hostile, 'none', 'unopened', 'opened'),
    fc.jsonValue(),
  )
  const record = fc.record({ outcome: field, q: field, service: field, area: field }, { requiredKeys: [] })
  const body = fc.oneof(
    record.map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary' }),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const response = await app.request('/api/v1/searches', { method: 'POST', body: text.toWellFormed() })
      expect([204, 413, 422], String(failures.at(-1))).toContain(response.status)
    }),
    { numRuns: runs * 4, seed },
  )
  expect(failures).toEqual([])
})

/** What editors send, in the right form or nearly so. */
const edits = () => {
  const text = fc.oneof(
    fc.constantFrom(...words, ...hostile, '<p>Gut</p>', '<p'),
    fc.string({ unit: 'binary' }),
  )
  const item = fc.record(
    {
      code: fc.oneof(fc.constantFrom('06', '08'), text),
      lang: fc.oneof(fc.constantFrom('de', 'en'), text),
      mode: fc.oneof(fc.constantFrom('addition', 'replacement'), text),
      html: text,
    },
    { requiredKeys: ['code', 'html'] },
  )
  const reasons = fc.dictionary(fc.oneof(fc.constantFrom('de', 'en'), text), fc.oneof(text, fc.jsonValue()))
  const known = fc.record(
    { items: fc.array(fc.oneof(item, fc.jsonValue()), { maxLength: 3 }), reasons },
    { requiredKeys: [] },
  )
  return fc.oneof(
    known.map((value) => JSON.stringify(value)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  )
}

const isPersonal = (path: string) => /^\/api\/v1\/(?:account|authorities|clerks)\//.test(path)

test(
  'whatever an editor sends anywhere, it is kept or refused as a problem',
  { timeout: 120_000 },
  async () => {
    const { db } = database
    await addAuthority(db, 'land', '13')
    const token = await addTestToken(db, 'land')
    const { headers } = await addTestClerk(db, {
      grants: [{ authority: 'land', roles: ['administrator'] }],
    })
    const taking = Object.entries(paths).filter(([, { put }]) => put)
    expect(taking.length).toBeGreaterThan(1)
    for (const [path] of taking)
      await fc.assert(
        fc.asyncProperty(edits(), fc.constantFrom(...known.slice(0, 4), ...hostile), async (body, area) => {
          const address = path.replace('{id}', 'mv-personalausweis').replace('{area}', encode(area) || '%20')
          // What is for persons only knows no token.
          const others = isPersonal(path) ? [401] : []
          for (const [by, refused] of [
            [{ token }, others],
            [{ headers }, []],
          ] as const)
            for (const match of ['new', '*']) {
              const sent = editing('PUT', { ...by, match, body: body.toWellFormed() })
              const { status } = await app.request(address, sent)
              const expected = [200, 204, 400, 403, 404, 409, 412, 422, ...refused]
              expect(expected, `${address}: ${String(failures.at(-1))}`).toContain(status)
            }
        }),
        { numRuns: runs, seed },
      )
    expect(failures).toEqual([])
    expect(await verifyAudit(db)).toHaveProperty('hash')
  },
)
