import { beforeEach, describe, expect, test } from 'vitest'
import { DirectoryResult, Person, type PersonPage, type Problem } from '@amtsweg/contract'
import { editing } from '../access/testing.ts'
import { erika, openTown, personId } from './testing.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeEach(async () => {
  town = await openTown()
})

const get = (path: string) => town.app.request(`/api/v1${path}`)
const person = async (number: number, query = '') =>
  Person.parse(await (await get(`/people/${personId(number)}${query}`)).json())
const search = async (q: string, more = '') =>
  DirectoryResult.parse(await (await get(`/directory?q=${encodeURIComponent(q)}${more}`)).json())
const found = async (q: string, more = '') => {
  const { people, units } = await search(q, more)
  return [...people, ...units].map(({ id }) => id)
}
const { naming: _, ...unnamed } = erika

describe('a person who agreed', () => {
  test('is shown with name, title, room and their own number', async () => {
    await town.put(1, erika)
    expect(await person(1, '?lang=en')).toEqual({
      id: personId(1),
      name: 'Dr. Erika Müster',
      honorific: 'Dr.',
      givenName: 'Erika',
      familyName: 'Müster',
      functions: [{ name: 'Housing benefit', lang: 'en', unit: { id: 'rathaus', name: 'Town hall' } }],
      topics: ['Lastenzuschuss'],
      services: ['mv-wohngeld'],
      contacts: erika.contacts,
      contactsOf: 'person',
      room: '12',
      sources: ['authority-hagenow'],
      invented: false,
    })
  })

  test('is answered with what nobody keeps without asking again', async () => {
    await town.put(1, erika)
    expect((await get(`/people/${personId(1)}`)).headers.get('cache-control')).toBe('public, no-cache')
  })
})

describe('a person who did not agree', () => {
  test('is a function, reached through the office', async () => {
    await town.put(1, unnamed)
    expect(await person(1)).toEqual({
      id: personId(1),
      functions: [{ name: 'Sachbearbeitung Wohngeld', lang: 'de', unit: { id: 'rathaus', name: 'Rathaus' } }],
      topics: ['Lastenzuschuss'],
      services: ['mv-wohngeld'],
      contacts: [{ kind: 'phone', value: '+49 385 000-100' }],
      contactsOf: 'unit',
      sources: ['authority-hagenow'],
      invented: false,
    })
  })

  test('is named nowhere: not in lists, cards, searches, nor as who stands in', async () => {
    await town.put(1, unnamed)
    await town.put(2, {
      familyName: 'Beispiel',
      functions: erika.functions,
      naming: erika.naming,
      substitute: { id: personId(1), covers: 'Anträge' },
    })
    const paths = [
      ...['/directory?q=wohngeld', '/people?unit=rathaus', '/units/rathaus/people', '/units/rathaus/vcard'],
      ...[1, 2].flatMap((number) => [`/people/${personId(number)}`, `/people/${personId(number)}/vcard`]),
    ]
    for (const path of paths) {
      const text = await (await get(path)).text()
      expect(text, path).not.toMatch(/Erika|M.ster|Dr\.|6107|"12"/)
    }
    expect((await person(2)).substitute).toEqual({
      id: personId(1),
      function: 'Sachbearbeitung Wohngeld',
      covers: 'Anträge',
      contacts: [{ kind: 'phone', value: '+49 385 000-100' }],
    })
  })

  test('is hidden at once when the consent is withdrawn, and found by the name no more', async () => {
    await town.put(1, erika)
    expect(await found('müster')).toEqual([personId(1)])
    await town.put(1, unnamed, '*')
    expect((await person(1)).name).toBeUndefined()
    expect(await found('müster')).toEqual([])
  })

  test('gives the same answer to every question as somebody of another name', async () => {
    const words = ['Müster', 'muest', 'Erika', 'Dr. Erika Müster', 'm', 'erika wohngeld', 'e.muester@hagenow.example', '6107', 'wohngeld müster rathaus', 'Quandt', 'wohngeld']
    const answers = () => Promise.all(words.map(async (word) => JSON.stringify(await search(word))))
    await town.put(1, unnamed)
    const ofErika = await answers()
    await town.put(1, { functions: unnamed.functions, topics: unnamed.topics, services: unnamed.services, givenName: 'Xaver', familyName: 'Quandt' }, '*')
    expect(await answers()).toEqual(ofErika)
    expect((await search('Müster')).people).toEqual([])
  }) // prettier-ignore

  test('stands in lists by the function, so that the order tells no name', async () => {
    await town.put(1, { ...unnamed, familyName: 'Zzz', functions: [{ unitId: 'rathaus', names: { de: 'Auskunft' } }] })
    await town.put(2, { ...unnamed, familyName: 'Aaa', functions: [{ unitId: 'rathaus', names: { de: 'Bauamt' } }] })
    const { items } = (await (await get('/units/rathaus/people')).json()) as PersonPage
    expect(items.map(({ functions }) => functions[0]?.name)).toEqual(['Auskunft', 'Bauamt'])
  }) // prettier-ignore
})

describe('the directory finds', () => {
  beforeEach(async () => {
    await town.put(1, erika)
    await town.put(2, { ...unnamed, functions: [{ unitId: 'archiv', names: { de: 'Archivarin' } }], topics: ['Ahnenforschung'] })
  }) // prettier-ignore

  test.each([
    ['a family name', 'müster', [personId(1)]],
    ['a name without dots', 'Muster', [personId(1)]],
    ['the beginning of a given name', 'eri', [personId(1)]],
    ['name and function', 'wohng erika', [personId(1)]],
    ['a function', 'sachbearb', [personId(1)]],
    ['a function in English', 'housing', [personId(1)]],
    ['a topic', 'lastenz', [personId(1)]],
    ['a topic of somebody who is not named', 'ahnen', [personId(2)]],
    ['a topic at a place', 'ahnenforschung hagenow', [personId(2)]],
    ['people and offices', 'archiv', [personId(2), 'archiv']],
    ['offices only, by where people merely work', 'rathaus', ['rathaus']],
    ['nothing by marks', '%_"', []],
    ['nothing where a word is nowhere', 'erika xyz', []],
  ])('%s', async (_name, q, ids) => expect(await found(q)).toEqual(ids))

  test('who works in the area or for it from above', async () => {
    expect(await found('wohngeld', '&area=130760060060')).toEqual([personId(1)])
    expect(await found('wohngeld', '&area=13076')).toEqual([personId(1)])
    expect(await found('wohngeld', '&area=13075')).toEqual([])
  })

  test('no more than asked for, and says so', async () => {
    await town.put(3, { ...erika, givenName: 'Anton' })
    const result = await search('müster', '&limit=1')
    expect([result.people.map(({ id }) => id), result.morePeople]).toEqual([[personId(3)], true])
  })

  test('people by what their office is called now', async () => {
    await town.db.deleteFrom('unit').where('id', '=', 'archiv').execute()
    const unit = { tier: 'municipal', parentId: 'rathaus', names: { de: 'Gedächtnis' } }
    const own = { tier: 'municipal', regionKey: '130760060', names: { de: 'Hauptamt' } }
    for (const [id, body] of [['haupt', own], ['archiv', { ...unit, parentId: 'haupt' }]] as const)
      await town.app.request(`/api/v1/units/${id}/record`, editing('PUT', { token: town.token, body, match: 'new' }))
    expect(await found('ahnenforschung gedächt')).toEqual([personId(2)])
  }) // prettier-ignore
})

describe('an absence', () => {
  const away = { from: '2026-11-20', until: '2026-11-27' }

  test('is told while it lasts, with who stands in', async () => {
    await town.put(2, { ...erika, givenName: 'Otto' })
    await town.put(1, { ...erika, absence: away, substitute: { id: personId(2) } })
    expect(await person(1)).toMatchObject({
      away: { until: '2026-11-27' },
      substitute: { name: 'Dr. Otto Müster', contacts: erika.contacts },
    })
  })

  test.each([
    ['before', { from: '2026-11-24', until: '2026-11-27' }],
    ['after', { from: '2026-11-20', until: '2026-11-22' }],
  ])('is not told %s', async (_when, absence) => {
    await town.put(1, { ...erika, absence })
    expect(await person(1)).not.toHaveProperty('away')
  })
})

describe('a card', () => {
  test('of a person comes as a file without a name', async () => {
    await town.put(1, erika)
    const response = await get(`/people/${personId(1)}/vcard`)
    expect(response.headers.get('content-type')).toBe('text/vcard; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="kontakt.vcf"')
    expect(await response.text()).toContain('\r\nFN:Dr. Erika Müster\r\n')
  })

  test('of an office is in the language that is asked for', async () => {
    expect(await (await get('/units/rathaus/vcard?lang=en')).text()).toContain('\r\nFN:Town hall\r\n')
  })
})

test.each([
  [`/people/${personId(9)}`, 404, 'person-unknown'],
  [`/people/${personId(9)}/vcard`, 404, 'person-unknown'],
  ['/people/erika', 400, 'invalid-path'],
  ['/people', 400, 'invalid-query'],
  ['/people?unit=nothing', 404, 'unit-unknown'],
  ['/units/nothing/people', 404, 'unit-unknown'],
  ['/units/nothing/vcard', 404, 'unit-unknown'],
  ['/units/rathaus/people?cursor=x', 400, 'invalid-cursor'],
  ['/directory', 400, 'invalid-query'],
  ['/directory?q=a&area=99', 404, 'area-unknown'],
])('%s is refused with %i %s', async (path, status, code) => {
  const response = await get(path)
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([status, code])
})

test('the people of an office are read page by page, with no name in the address', async () => {
  for (const number of [1, 2, 3]) await town.put(number, { ...erika, givenName: `N${number}` })
  const first = (await (await get('/people?unit=rathaus&limit=2')).json()) as PersonPage
  expect(Buffer.from(first.next!, 'base64url').toString()).not.toContain('ster')
  const second = (await (await get(`/people?unit=rathaus&limit=2&cursor=${first.next}`)).json()) as PersonPage
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([1, 2, 3].map(personId))
})
