import type { Store } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPages, publicUrl } from '../pages/testing.ts'
import { importServices, service, text } from '../services/testing.ts'
import { prefixes } from './rdf.ts'
import { graphOf, hasOfficialShapes, readOfficialShapes, violations } from './testing.ts'

let pages: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  pages = await openPages()
}, 60_000)

const read = (path: string) => pages.read(`/api/v1${path}`)
const own = `${publicUrl}/services/mv-personalausweis`
const values = (graph: Store, subject: string, property: string) =>
  graph
    .getObjects(
      subject,
      property.replace(/^(\w+):/, (_, prefix: keyof typeof prefixes) => prefixes[prefix]),
      null,
    )
    .map((object) =>
      'language' in object && object.language ? `${object.value}@${object.language}` : object.value,
    )
    .sort()

describe('a service by CPSV-AP', () => {
  let graph: Store
  beforeAll(async () => {
    const { status, headers, text: turtle } = await read('/services/99008001012000/cpsv-ap?area=13074087')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/turtle; charset=utf-8')
    graph = graphOf(turtle)
  })

  test('is named in every language it exists in', () => {
    expect(values(graph, own, 'dct:title')).toEqual([
      'Apply for an identity card@en',
      'Personalausweis beantragen@de',
    ])
    expect(values(graph, own, 'dct:description')).toHaveLength(2)
    expect(values(graph, own, 'dct:language')).toEqual([
      'http://publications.europa.eu/resource/authority/language/DEU',
      'http://publications.europa.eu/resource/authority/language/ENG',
    ])
  })

  test('has an identifier, its Leistungsschluessel as classes, a status and a length of time', () => {
    expect(values(graph, own, 'dct:identifier')).toEqual(['amtsweg:leistung:mv-personalausweis'])
    expect(values(graph, own, 'cv:isClassifiedBy')).toContain('urn:de:fim:leika:leistung:99008001012000')
    expect(values(graph, own, 'adms:status')).toEqual(['http://purl.org/adms/status/Completed'])
    expect(values(graph, own, 'cv:processingTime')).toEqual(['P28D'])
  })

  test('is answered for by the authority of the area, which has a contact point', () => {
    const unit = `${publicUrl}/api/v1/units/demo-wismar-buergerbuero`
    expect(values(graph, own, 'cv:hasCompetentAuthority')).toEqual([unit])
    expect(values(graph, unit, 'skos:prefLabel')).toEqual(['Bürgerbüro Wismar@de'])
    expect(values(graph, own, 'cv:contactPoint')).toEqual([`${unit}#contact`])
    expect(values(graph, `${unit}#contact`, 'cv:email')).toEqual(['buergerbuero@wismar.example'])
    expect(values(graph, own, 'dct:spatial')).toEqual([
      'http://dcat-ap.de/def/politicalGeocoding/regionalKey/130740087087',
    ])
  })

  test('costs, needs evidence and rests on laws', () => {
    expect(values(graph, `${own}#cost-1`, 'cv:hasValue')).toEqual(['46.00'])
    expect(values(graph, `${own}#cost-1`, 'cv:currency')).toEqual([
      'http://publications.europa.eu/resource/authority/currency/EUR',
    ])
    expect(values(graph, own, 'cpsv:hasInput')).toHaveLength(4)
    expect(values(graph, own, 'cv:hasLegalResource')).toContain('https://www.gesetze-im-internet.de/pauswg/')
    expect(values(graph, `${own}#rule-1`, 'cpsv:implements')).toHaveLength(1)
    expect(values(graph, own, 'cv:isGroupedBy')).toEqual([
      `${publicUrl}/api/v1/life-situations#ausweis-und-pass`,
    ])
  })

  test('without an area names all who answer anywhere', async () => {
    const all = graphOf((await read('/services/mv-personalausweis/cpsv-ap')).text)
    expect(values(all, own, 'cv:hasCompetentAuthority').length).toBeGreaterThan(5)
    expect(values(all, own, 'dct:spatial')).toEqual(['http://dcat-ap.de/def/politicalGeocoding/stateKey/13'])
  })

  test('is deprecated when it is no longer valid', async () => {
    await importServices(
      pages.db,
      [service('frueher', { validTo: '2025-12-31', modules: [text('05', '<p>Nicht mehr</p>')] })],
      'former',
    )
    const former = graphOf((await read('/services/frueher/cpsv-ap')).text)
    expect(values(former, `${publicUrl}/services/frueher`, 'adms:status')).toEqual([
      'http://purl.org/adms/status/Deprecated',
    ])
  })
})

describe('JSON-LD', () => {
  test('says the same as Turtle', async () => {
    const path = '/services/mv-hundesteuer/cpsv-ap?area=13074087'
    const turtle = graphOf((await read(path)).text)
    const { headers, text: json } = await read(`${path}&format=json-ld`)
    expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(statementsOf(JSON.parse(json) as JsonLd)).toEqual(
      turtle
        .getQuads(null, null, null, null)
        .map(({ subject, predicate, object }) => {
          const more = 'language' in object ? object.language || object.datatype.value : ''
          return `${subject.value} ${predicate.value} ${object.value} ${more}`
        })
        .sort(),
    )
  })
})

interface JsonLd {
  readonly '@context': Readonly<Record<string, string>>
  readonly '@graph': readonly (Readonly<Record<string, unknown>> & { '@id': string; '@type': string[] })[]
}
type Json = { '@id'?: string; '@value'?: string; '@language'?: string; '@type'?: string }

/** The statements of JSON-LD whose context holds prefixes only. */
function statementsOf({ '@context': context, '@graph': graph }: JsonLd): string[] {
  const long = (short: string) => short.replace(/^(\w+):/, (_, prefix: string) => context[prefix] ?? prefix)
  const value = (json: Json) => {
    if (json['@id'] !== undefined) return `${json['@id']} `
    const kind = json['@language'] ?? long(json['@type'] ?? 'xsd:string')
    return `${json['@value']} ${kind}`
  }
  return graph
    .flatMap(({ '@id': id, '@type': types, ...says }) => [
      ...types.map((type) => `${id} ${context['rdf']}type ${long(type)} `),
      ...Object.entries(says).flatMap(([property, all]) =>
        (all as Json[]).map((one) => `${id} ${long(property)} ${value(one)}`),
      ),
    ])
    .sort()
}

describe('the catalogue', () => {
  /** Every page of the catalogue, as Turtle. */
  async function everyPage(query: string): Promise<string[]> {
    const turtles: string[] = []
    let path: string | undefined = `/api/v1/cpsv-ap?${query}`
    while (path) {
      const { status, headers, text: turtle } = await pages.read(path)
      expect(status).toBe(200)
      turtles.push(turtle)
      path = /^<https:\/\/dienste\.stadt\.example([^>]*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
    }
    return turtles
  }

  test('leads from page to page until every described service was there once', async () => {
    const turtles = await everyPage('limit=30&area=13074087')
    const parts = turtles.flatMap((turtle) =>
      values(graphOf(turtle), `${publicUrl}/api/v1/cpsv-ap`, 'dct:hasPart'),
    )
    expect(new Set(parts).size).toBe(parts.length)
    expect(parts.length).toBeGreaterThan(70)
    expect(turtles.length).toBeGreaterThanOrEqual(3)
    const first = graphOf(turtles[0] ?? '')
    const view = values(first, `${publicUrl}/api/v1/cpsv-ap`, 'hydra:view')[0] ?? ''
    expect(values(first, view, 'hydra:next')).toHaveLength(1)
  }, 60_000)

  test('keeps to the shapes on every page', async () => {
    const turtles = await everyPage('limit=40&area=13074087')
    for (const turtle of turtles) expect(await violations(turtle)).toEqual([])
  }, 120_000)

  test('would be found out if something mandatory were missing', async () => {
    const { text: turtle } = await read('/services/mv-hundesteuer/cpsv-ap?area=13074087')
    expect(await violations(turtle)).toEqual([])
    const without = turtle.replaceAll(/dct:identifier "[^"]*"(\^\^\S+)?;?/g, '')
    expect((await violations(without)).length).toBeGreaterThan(3)
  })

  const words = 'keeps to the official shapes'
  if (hasOfficialShapes)
    test(
      words,
      async () => {
        const [turtle = ''] = await everyPage('limit=20&area=13074087')
        expect(await violations(turtle, readOfficialShapes())).toEqual([])
      },
      120_000,
    )
  else test.skip(`${words} (AMTSWEG_CPSV_SHAPES names no folder with them; see docs/guides/open-data.md)`)

  test('leaves out what has no text or no authority, and makes none up', async () => {
    await importServices(
      pages.db,
      [service('a-titel'), service('a-text', { modules: [text('05', '<p>x</p>')] })],
      'bare',
    )
    const { text: turtle } = await read('/cpsv-ap?limit=5')
    expect(turtle).not.toContain('/services/a-titel')
    expect(turtle).not.toContain('/services/a-text>')
  })

  test.each([
    ['/cpsv-ap?cursor=x', 'invalid-cursor'],
    ['/cpsv-ap?format=xml', 'invalid-query'],
    ['/cpsv-ap?area=99999', 'area-unknown'],
    ['/services/gibt-es-nicht/cpsv-ap', 'service-unknown'],
    ['/services/mv-hundesteuer/cpsv-ap?area=99999', 'area-unknown'],
  ])('%s is a problem', async (path, code) => {
    expect(JSON.parse((await read(path)).text)).toMatchObject({ code })
  })
})
