import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeRegisters, testFile } from '../../import/testing.ts'
import { openPages, publicUrl } from '../../pages/testing.ts'
import { uuidOf } from './ids.ts'
import { taxonomies, termId } from './taxonomy.ts'

interface Entity {
  readonly id: string
  readonly name: string
  readonly [field: string]: unknown
}
interface Page {
  readonly total_items: number
  readonly total_pages: number
  readonly size: number
  readonly empty: boolean
  readonly contents: readonly Entity[]
}

let pages: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  pages = await openPages()
}, 60_000)

const ask = async <Body = Entity>(path: string) => {
  const { status, headers, text } = await pages.read(`/hsds${path}`)
  return { status, headers, body: JSON.parse(text) as Body }
}
const list = async (path: string) => (await ask<Page>(path)).body
const card = uuidOf('service', 'mv-personalausweis')
const office = uuidOf('unit', 'demo-wismar-buergerbuero')

describe('the API', () => {
  test('says what it is, with and without a slash at its end', async () => {
    const { status, headers } = await pages.read('/hsds/')
    expect([status, headers.get('location')]).toEqual([301, '/hsds'])
    expect(JSON.parse((await pages.read('/hsds')).text)).toEqual({
      version: '3.0',
      profile: 'https://docs.openreferral.org/en/v3.0.0/hsds/',
      openapi_url: `${publicUrl}/hsds/openapi.json`,
      description: expect.any(String) as string,
    })
  })

  test('describes every one of its routes, and our own document none of them', async () => {
    const { body } = await ask<{ paths: object }>('/openapi.json')
    expect(Object.keys(body.paths).sort()).toEqual(
      [
        '/',
        '/organizations',
        '/organizations/{id}',
        '/service_at_locations',
        '/service_at_locations/{id}',
        '/services',
        '/services/{id}',
        '/taxonomies',
        '/taxonomies/{id}',
        '/taxonomy_terms',
        '/taxonomy_terms/{id}',
      ].sort(),
    )
    expect((await pages.read('/api/openapi.json')).text).not.toContain('service_at_locations')
  })

  test('may be read by any page and kept', async () => {
    const { headers } = await ask('/services')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toMatch(/^public/)
    expect(headers.get('etag')).toMatch(/^"/)
  })
})

describe('services', () => {
  test('come page by page until each was there once', async () => {
    const first = await list('/services?per_page=30')
    expect(first).toMatchObject({ size: 30, first_page: true, last_page: false, empty: false })
    const ids: string[] = []
    for (let page = 1; page <= first.total_pages; page += 1)
      ids.push(...(await list(`/services?per_page=30&page=${page}`)).contents.map(({ id }) => id))
    expect(new Set(ids).size).toBe(first.total_items)
    expect(ids).toContain(card)
    expect(await list('/services?per_page=30&page=99')).toMatchObject({ empty: true, contents: [] })
  })

  test('are found by words, the best match first', async () => {
    const { contents } = await list('/services?search=Perso')
    expect(contents[0]).toMatchObject({ id: card, name: 'Personalausweis beantragen', status: 'active' })
    expect(await list('/services?search=xqzvw')).toMatchObject({ total_items: 0, empty: true })
  })

  test('are found by term, taxonomy, organisation and change', async () => {
    const names = async (query: string) =>
      (await list(`/services?per_page=100&${query}`)).contents.map(({ id }) => id)
    expect(await names(`taxonomy_term_id=${termId('leika', '99008001012000')}`)).toEqual([card])
    expect(await names(`taxonomy_term_id=${termId('life-situations', 'ausweis-und-pass')}`)).toContain(card)
    expect(await names(`taxonomy_term_id=${card}`)).toEqual([])
    expect(await names(`taxonomy_id=${taxonomies.leika.id}`)).toContain(card)
    expect(await names(`taxonomy_id=${card}`)).toEqual([])
    expect(await names(`organization_id=${office}`)).toContain(card)
    expect(await names(`organization_id=${uuidOf('publisher', 'amtsweg-services')}`)).toContain(card)
    expect(await names(`organization_id=${card}`)).toEqual([])
    expect(await names('modified_after=2000-01-01')).toContain(card)
    expect(await names('modified_after=2999-01-01T00:00:00Z')).toEqual([])
  })

  test('come all at once with id and change only, where minimal', async () => {
    const all = await list('/services?minimal=true&per_page=2')
    expect(all.size).toBe(all.total_items)
    expect(Object.keys(all.contents[0] ?? {})).toEqual(['id', 'last_modified'])
  })

  test('come with all that hangs on them, where full', async () => {
    const { contents } = await list('/services?full=true&per_page=3')
    expect(contents[0]).toMatchObject({
      cost_options: expect.any(Array) as unknown,
      attributes: expect.any(Array) as unknown,
    })
  })

  test('have costs, documents, areas, languages, keys and places', async () => {
    const { body } = await ask(`/services/${card}`)
    expect(body).toMatchObject({
      id: card,
      alternate_name: 'Personalausweis Ausstellung',
      url: `${publicUrl}/services/mv-personalausweis`,
      organization: { id: uuidOf('publisher', 'amtsweg-services') },
    })
    expect(body['cost_options']).toContainEqual({
      id: expect.any(String) as string,
      option: 'ab 24 Jahren',
      currency: 'eur',
      amount: 46,
    })
    expect(body['required_documents']).toHaveLength(4)
    expect(body['service_areas']).toMatchObject([{ extent: '13' }])
    expect(body['languages']).toMatchObject([
      { name: 'German', code: 'de' },
      { name: 'English', code: 'en' },
    ])
    expect(body['attributes']).toContainEqual(
      expect.objectContaining({
        link_type: 'leistungsschluessel',
        value: '99008001012000',
        taxonomy_term: expect.objectContaining({
          term_uri: 'urn:de:fim:leika:leistung:99008001012000',
        }) as unknown,
      }),
    )
    const places = body['service_at_locations'] as readonly { location: Entity }[]
    expect(places.map(({ location }) => location.name)).toContain('Bürgerbüro Wismar')
  })
})

describe('organisations', () => {
  test('are the publishers of descriptions and the offices', async () => {
    const { contents, total_items } = await list('/organizations?per_page=100')
    expect(contents[0]).toMatchObject({ id: uuidOf('publisher', 'amtsweg-services'), name: 'Amtsweg' })
    expect(total_items).toBeGreaterThan(20)
    const found = await list('/organizations?search=bürgerbüro wis')
    expect(found.contents).toMatchObject([{ id: office, name: 'Bürgerbüro Wismar' }])
  })

  test('lead to their services, by id or in short', async () => {
    const { body } = await ask(`/organizations/${office}`)
    expect(body['services']).toContainEqual({ id: card })
    expect(body['locations']).toMatchObject([{ name: 'Bürgerbüro Wismar' }])
    const { body: full } = await ask(`/organizations/${office}?full_service=true`)
    expect(full['services']).toContainEqual(expect.objectContaining({ name: 'Personalausweis beantragen' }))
    const { body: publisher } = await ask(`/organizations/${uuidOf('publisher', 'amtsweg-services')}`)
    expect(publisher['services']).toContainEqual({ id: card })
  })

  test('have opening hours as recurrence and telephones', async () => {
    const { body } = await ask(`/organizations/${office}`)
    const [location] = body['locations'] as readonly Entity[]
    expect(location?.['schedules']).toContainEqual({
      id: expect.any(String) as string,
      freq: 'WEEKLY',
      interval: 1,
      wkst: 'MO',
      byday: 'MO,TU,TH,FR',
      opens_at: '08:00',
      closes_at: '12:00',
    })
    expect(body['phones']).toMatchObject([{ number: '+49 3841 000-030', type: 'voice' }])
    expect(location?.['addresses']).toMatchObject([{ postal_code: '23966', city: 'Wismar', country: 'DE' }])
  })
})

describe('services at locations', () => {
  test('are each service at each office that answers for it, page by page', async () => {
    const first = await list('/service_at_locations?per_page=100')
    const ids = new Set<string>()
    for (let page = 1; page <= first.total_pages; page += 1)
      for (const { id } of (await list(`/service_at_locations?per_page=100&page=${page}`)).contents)
        ids.add(id)
    expect(ids.size).toBe(first.total_items)
    expect(ids.size).toBeGreaterThan(500)
  }, 60_000)

  test('narrow to an office, a postcode, words and a term', async () => {
    const ofOffice = await list(`/service_at_locations?organization_id=${office}&per_page=100`)
    expect(ofOffice.contents.every((one) => (one['location'] as Entity).name === 'Bürgerbüro Wismar')).toBe(
      true,
    )
    expect(ofOffice.total_items).toBeGreaterThan(5)
    const inTown = await list('/service_at_locations?postcode=23966&search=Perso&full=true')
    expect(inTown.contents.map((one) => (one['service'] as Entity).id)).toContain(card)
    expect(await list('/service_at_locations?postcode=00000')).toMatchObject({ total_items: 0 })
    const term = await list(`/service_at_locations?taxonomy_term_id=${termId('leika', '99008001012000')}`)
    expect(new Set(term.contents.map((one) => (one['service'] as Entity).id))).toEqual(new Set([card]))
    const both = `organization_id=${office}&postcode=00000`
    expect(await list(`/service_at_locations?${both}`)).toMatchObject({ total_items: 0 })
  })

  test('are found again by their id, with both sides', async () => {
    const { contents } = await list(`/service_at_locations?organization_id=${office}&search=Perso`)
    const id = contents[0]?.id ?? ''
    const { status, body } = await ask(`/service_at_locations/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ id, service: { id: card }, location: { name: 'Bürgerbüro Wismar' } })
    expect(body['schedules']).not.toEqual([])
  })

  test('are not made up of a service and an office that have nothing to do with each other', async () => {
    const service = uuidOf('service', 'mv-personalausweis')
    const stranger = uuidOf('unit', 'demo-schwerin-abfall')
    expect(
      (
        await ask(
          `/service_at_locations/${service.slice(0, 14)}8${service.slice(15, 18)}${stranger.slice(18)}`,
        )
      ).status,
    ).toBe(404)
  })
})

describe('taxonomies', () => {
  test('are Leistungsschluessel and life situations', async () => {
    const { contents } = await list('/taxonomies')
    expect(contents.map(({ name }) => name)).toEqual(['Leistungsschlüssel', 'Lebenslagen'])
    expect((await ask(`/taxonomies/${taxonomies.leika.id}`)).body).toMatchObject({
      name: 'Leistungsschlüssel',
    })
    expect(await list('/taxonomies?search=lagen')).toMatchObject({ total_items: 1 })
  })

  test('have terms, which lead to those they lie in', async () => {
    const key = await list('/taxonomy_terms?search=99008001012000')
    expect(key.contents).toMatchObject([{ code: '99008001012000', name: 'Personalausweis beantragen' }])
    const parent = termId('life-situations', 'ausweise-dokumente')
    const below = await list(`/taxonomy_terms?parent_id=${parent}`)
    expect(below.contents.map(({ code }) => code)).toContain('ausweis-und-pass')
    const top = await list(`/taxonomy_terms?top_only=true&taxonomy_id=${taxonomies['life-situations'].id}`)
    expect(top.contents.map(({ code }) => code)).toContain('ausweise-dokumente')
    expect(top.contents.map(({ code }) => code)).not.toContain('ausweis-und-pass')
    expect((await ask(`/taxonomy_terms/${parent}`)).body).toMatchObject({ code: 'ausweise-dokumente' })
  })
})

test.each([
  ['/services/x', 400, 'invalid-path'],
  [`/services/${uuidOf('service', 'nope')}`, 404, 'not-found'],
  [`/organizations/${uuidOf('unit', 'nope')}`, 404, 'not-found'],
  [`/service_at_locations/${uuidOf('unit', 'nope')}`, 404, 'not-found'],
  [`/taxonomies/${uuidOf('unit', 'nope')}`, 404, 'not-found'],
  [`/taxonomy_terms/${uuidOf('unit', 'nope')}`, 404, 'not-found'],
  ['/services?per_page=0', 400, 'invalid-query'],
  ['/services?modified_after=gestern', 400, 'invalid-query'],
  ['/services?full=maybe', 400, 'invalid-query'],
  ['/nowhere', 404, 'not-found'],
])('%s is a problem (RFC 9457)', async (path, status, code) => {
  expect(await ask(path)).toMatchObject({ status, body: { code, status } })
})

/** The names of all fields, however deep: arrays by their first element. */
function fieldsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.length > 0 ? fieldsOf(value[0], `${path}[]`) : []
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, path ? `${path}.${key}` : key))
}
/** All fields of all elements. */
const everyField = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => everyField(one, `${path}[]`)))]
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => everyField(inner, path ? `${path}.${key}` : key))
}

describeRegisters('the shape of the standard’s own examples', () => {
  const example = (name: string) =>
    new Set(fieldsOf(JSON.parse(readFileSync(testFile(`services/hsds-3.0-examples/${name}.json`), 'utf8'))))
  const strange = (value: unknown, known: ReadonlySet<string>) =>
    everyField(value).filter((field) => !known.has(field))

  test('a service has no field the standard does not have', async () => {
    for (const id of ['mv-personalausweis', 'mv-hundesteuer', 'mv-gewerbe-anmelden'])
      expect(
        strange((await ask(`/services/${uuidOf('service', id)}`)).body, example('service_full')),
      ).toEqual([])
  })

  test('nor has an organisation', async () => {
    expect(
      strange((await ask(`/organizations/${office}?full_service=true`)).body, example('organization_full')),
    ).toEqual([])
  })

  test('nor a service at a location', async () => {
    const { contents } = await list(`/service_at_locations?organization_id=${office}&full=true`)
    expect(strange(contents[0], example('service_at_location_full'))).toEqual([])
  })

  test('nor a list of terms', async () => {
    const page = await list(`/taxonomy_terms?taxonomy_id=${taxonomies['life-situations'].id}`)
    expect(strange(page, example('taxonomy_term_list'))).toEqual([])
  })
})
