import { beforeAll, describe, expect, it } from 'vitest'
import { Responsibility, type Unit } from '@amtsweg/contract'
import { openDemo } from './testing.ts'

let demo: Awaited<ReturnType<typeof openDemo>>
beforeAll(async () => (demo = await openDemo()), 60_000)

const perso = 'mv-personalausweis'
const waffen = 'mv-waffenbesitzkarte'
const unitsOf = (answer: Responsibility) =>
  answer.status === 'resolved' ? answer.units.map(({ unit }) => unit.id) : answer.status
const choicesOf = (answer: Responsibility) => (answer.status === 'ambiguous' ? answer.question.choices : [])

describe('GET /responsibilities, answered', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    [
      'a Gemeinde by the unit of its Amt',
      { service: perso, area: '130765658111' },
      ['demo-amt-hagenow-land'],
    ],
    ['a town by its own office', { service: perso, area: '130760060060' }, ['demo-hagenow-buergerbuero']],
    ['an AGS', { service: perso, area: '13076111' }, ['demo-amt-hagenow-land']],
    ['a Leistungsschluessel', { service: '99008001012000', area: '130765658111' }, ['demo-amt-hagenow-land']],
    [
      'an exception for one Gemeinde',
      { service: perso, area: '130765668005' },
      ['demo-amt-crivitz-buergerbuero-banzkow'],
    ],
    ['a Kreis task', { service: waffen, area: '130765658111' }, ['demo-lup-waffen']],
    ['a Kreis task of a whole Kreis', { service: waffen, area: '13076' }, ['demo-lup-waffen']],
    [
      'a large town with its own building authority',
      { service: 'mv-baugenehmigung', area: '130740087087' },
      ['demo-wismar-bauaufsicht'],
    ],
    [
      'the Kreis for the island before it',
      { service: 'mv-baugenehmigung', area: '130740035035' },
      ['demo-nwm-bauaufsicht'],
    ],
    ['a kreisfreie Stadt', { service: waffen, area: '130040000000' }, ['demo-schwerin-waffen']],
    [
      'the Land',
      { service: 'mv-bafoeg-studium', area: '13' },
      ['land-studierendenwerk-greifswald', 'land-studierendenwerk-rostock-wismar'],
    ],
    [
      'two equal offices',
      { service: 'mv-belehrung-infektionsschutz', area: '130765658111' },
      ['demo-lup-gesundheitsamt-ludwigslust', 'demo-lup-gesundheitsamt-parchim'],
    ],
    ['a postcode of one authority', { service: waffen, postcode: '19230' }, ['demo-lup-waffen']],
    ['postcode and place', { service: perso, postcode: '19230', place: 'Picher' }, ['demo-amt-hagenow-land']],
    [
      'a postcode beside a place nobody knows',
      { service: waffen, postcode: '19230', place: 'Nirgendwo' },
      ['demo-lup-waffen'],
    ],
    [
      'a place beside a postcode nobody knows',
      { service: perso, postcode: '99999', place: 'Picher' },
      ['demo-amt-hagenow-land'],
    ],
    ['a place in whatever spelling', { service: perso, place: ' HAGENOW ' }, ['demo-hagenow-buergerbuero']],
    ['a dissolved Gemeinde by its name', { service: perso, place: 'Setzin' }, ['demo-amt-hagenow-land']],
  ])('finds %s', async (_, query, expected) => {
    expect(unitsOf(await demo.find(query))).toEqual(expected)
  })

  it('says all of it in the words of the contract', async () => {
    const answer = await demo.find({ service: perso, area: '130765658111' })
    expect(Responsibility.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({
      status: 'resolved',
      service: { id: perso, title: 'Personalausweis beantragen' },
      area: { regionKey: '130765658111', level: 'gemeinde', name: 'Picher' },
      units: [{ role: 'responsible', regionKey: '130765658', source: expect.stringContaining('PAuswG') }],
      others: [],
    })
  })

  it('tells whether the office is open', async () => {
    const answer = await demo.find({ service: waffen, area: '13076' })
    const unit = answer.status === 'resolved' ? answer.units[0]?.unit : undefined
    expect((unit as Unit).openState.state).toMatch(/open|closed/)
  })

  it('names those who help beside the one who decides', async () => {
    const answer = await demo.find({ service: perso, area: '130765668005' })
    expect(answer).toMatchObject({ units: [{ role: 'responsible' }], others: [{ role: 'contact' }] })
  })

  it('follows a dissolved Gemeinde to its successor and says so', async () => {
    const answer = await demo.find({ service: perso, area: '130765658123' })
    expect(answer).toMatchObject({
      status: 'resolved',
      movedFrom: 'Setzin',
      area: { regionKey: '130765658169', name: 'Toddin' },
    })
  })

  it('leads a village to its Gemeinde', async () => {
    const villages = await demo.db.selectFrom('place').selectAll().where('name', '=', 'Kirch Jesar').execute()
    const answer = await demo.find({ service: perso, place: 'Kirch Jesar' })
    expect(answer).toMatchObject({ area: { regionKey: villages[0]?.region_key } })
  })

  it('finds the Gemeinde at a point', async () => {
    const answer = await demo.find({ service: perso, lat: '53.63', lon: '11.41' })
    expect(answer).toMatchObject({ status: 'resolved', area: { regionKey: '130040000000' } })
  })

  it('leaves the area open where several Gemeinden share the answer', async () => {
    const answer = await demo.find({ service: waffen, postcode: '19230' })
    expect(answer).toMatchObject({ status: 'resolved' })
    expect(answer).not.toHaveProperty('area')
  })

  it('may be kept for a minute only, because offices close', async () => {
    const { headers } = await demo.ask(`/responsibilities?service=${perso}&area=130765658111`)
    expect(headers.get('cache-control')).toContain('max-age=60')
    expect(headers.get('cache-control')).not.toContain('s-maxage')
    expect(headers.get('content-language')).toBe('de')
  })
})

describe('GET /responsibilities, asked back', () => {
  it.each<[string, Record<string, string>, number]>([
    ['19230: Hagenow or its Amt', { service: perso, postcode: '19230' }, 20],
    ['23968: Wismar and three Aemter', { service: perso, postcode: '23968' }, 5],
    ['19273: across the Land border', { service: perso, postcode: '19273' }, 4],
    [
      '19273: across the Land border, for the Kreis too',
      { service: 'mv-baugenehmigung', postcode: '19273' },
      4,
    ],
    ['an Amt with an exception', { service: perso, area: '130765668' }, 0],
    ['a Kreis for a task of its Aemter', { service: perso, area: '13074' }, 0],
  ])('asks once about %s', async (_, query, count) => {
    const answer = await demo.find(query)
    expect(answer).toMatchObject({ status: 'ambiguous', question: { kind: 'gemeinde' } })
    const choices = choicesOf(answer)
    if (count > 0) expect(choices).toHaveLength(count)
    for (const { regionKey } of choices) {
      const next = await demo.find({ service: query['service'] ?? '', area: regionKey })
      expect(next.status).not.toBe('ambiguous')
    }
  })

  it('shows choices in German order with what tells namesakes apart, and their villages', async () => {
    const choices = choicesOf(await demo.find({ service: perso, postcode: '19230' }))
    const labels = choices.map(({ label }) => label)
    expect(labels).toEqual(labels.toSorted(new Intl.Collator('de').compare))
    const toddin = choices.find(({ label }) => label === 'Toddin')
    expect(toddin?.detail).toBe('Amt Hagenow-Land · Landkreis Ludwigslust-Parchim')
    expect(choices.flatMap(({ places }) => places)).toContain('Setzin')
  })

  it('does not ask where a place answers alone', async () => {
    expect((await demo.find({ service: perso, postcode: '23968', place: 'Zierow' })).status).toBe('resolved')
  })

  it('answers in the words of the contract', async () => {
    const answer = await demo.find({ service: perso, postcode: '19230' })
    expect(Responsibility.parse(answer)).toEqual(answer)
  })
})

describe('GET /responsibilities, unrecorded', () => {
  it('names the nearest general administration instead of guessing', async () => {
    const answer = await demo.find({ service: 'mv-grundbuchauszug', area: '130765658111' })
    expect(Responsibility.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({
      status: 'unrecorded',
      area: { name: 'Picher' },
      fallback: { area: { regionKey: '130765658' }, unit: { id: 'demo-amt-hagenow-land' } },
    })
  })

  it('falls back to the Kreis where a postcode has several Aemter', async () => {
    const answer = await demo.find({ service: 'mv-grundbuchauszug', postcode: '19230' })
    expect(answer).toMatchObject({ fallback: { unit: { id: 'demo-landkreis-ludwigslust-parchim' } } })
  })

  it('names the area above where no administration is known', async () => {
    const answer = await demo.find({ service: perso, area: '13071' })
    expect(answer).toMatchObject({ status: 'unrecorded', fallback: { area: { regionKey: '13' } } })
    expect(answer).not.toHaveProperty('fallback.unit')
  })

  it('remembers what was asked for when the Gemeinde has gone', async () => {
    const answer = await demo.find({ service: 'mv-grundbuchauszug', area: '130765658123' })
    expect(answer).toMatchObject({ status: 'unrecorded', movedFrom: 'Setzin', area: { name: 'Toddin' } })
  })
})

describe('GET /responsibilities, refused', () => {
  it.each([
    ['nothing said', `service=${perso}`, '/area /postcode /place /street /lat /lon'],
    ['no service', 'area=13', '/service'],
    ['two ways', `service=${perso}&area=13&postcode=19230`, '/area /postcode'],
    ['a street alone', `service=${perso}&street=Bahnhofstra%C3%9Fe`, '/street'],
    ['half a point', `service=${perso}&lat=53.6`, '/lon'],
    ['a postcode of four digits', `service=${perso}&postcode=1923`, '/postcode'],
    ['a key of no level', `service=${perso}&area=1307`, '/area'],
    ['a control character', `service=${perso}&place=%00`, '/place'],
    ['a point outside the world', `service=${perso}&lat=91&lon=1`, '/lat'],
  ])('%s: invalid-query names the fields', async (_, query, pointers) => {
    const { status, body } = await demo.ask(`/responsibilities?${query}`)
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid-query' } })
    const { errors } = body as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer).join(' ')).toBe(pointers)
  })

  it.each([
    ['service-unknown', `service=nobody-knows&area=130765658111`],
    ['service-unknown', `service=99999999999999&area=130765658111`],
    ['area-unknown', `service=${perso}&area=139999999999`],
    ['place-unknown', `service=${perso}&postcode=99999`],
    ['place-unknown', `service=${perso}&place=Nirgendwo`],
    ['place-unknown', `service=${perso}&lat=0&lon=0`],
  ])('%s for %s', async (code, query) => {
    const { status, body } = await demo.ask(`/responsibilities?${query}`)
    expect({ status, body }).toMatchObject({ status: 404, body: { code } })
  })
})
