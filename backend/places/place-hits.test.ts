import { describe, expect, test } from 'vitest'
import { type AreaFacts, buildHits, type PlaceFacts } from './place-hits.ts'

const area = (
  region_key: string,
  level: AreaFacts['level'],
  name: string,
  more: Partial<AreaFacts> = {},
): AreaFacts => ({
  ...{
    region_key,
    level,
    name,
    full_name: name,
    kind: 'gemeinde',
    population: 100,
    ended_by: null,
    uninhabited: 0,
  },
  ...more,
})

const land = area('13', 'land', 'Mecklenburg-Vorpommern', { kind: 'land' })
const kreis = area('13076', 'kreis', 'Ludwigslust-Parchim', {
  kind: 'landkreis',
  full_name: 'Landkreis Ludwigslust-Parchim',
})
const amt = area('130765659', 'verband', 'Amt Ludwigslust-Land', {
  kind: 'amt',
  full_name: 'Amt Ludwigslust-Land',
})
const krenzlin = area('130765659001', 'gemeinde', 'Alt Krenzlin')
const goehlen = area('130765659046', 'gemeinde', 'Göhlen', { population: 567 })
const hagenow = area('130760060060', 'gemeinde', 'Hagenow', { kind: 'stadt', population: 12_399 })
const hagenowBody = area('130760060', 'verband', 'Hagenow', {
  kind: 'amtsfreie-gemeinde',
  full_name: 'Hagenow, Stadt',
})
const leussow = area('130765659084', 'gemeinde', 'Leussow', { ended_by: '2021-01-01' })
const water = area('130009999999', 'gemeinde', 'Küstengewässer', {
  kind: 'gemeindefreies-gebiet',
  uninhabited: 1,
})
const all = [land, kreis, amt, krenzlin, goehlen, hagenow, hagenowBody, leussow, water]
const merger = { regionKey: leussow.region_key, successorKey: goehlen.region_key, share: 0.93 }

const hitsOf = (facts: Partial<PlaceFacts>) =>
  buildHits({ areas: all, successions: [], places: [], postcodes: [], ...facts }).map(({ hit }) => hit)

describe('what can be suggested', () => {
  test('are Gemeinden, Ämter, Kreise and Länder, each with what tells it apart', () => {
    expect(hitsOf({}).map((hit) => [hit.kind, hit.label, hit.detail, hit.area_count])).toEqual(
      [
        ['kreis', 'Landkreis Ludwigslust-Parchim', 'Mecklenburg-Vorpommern', 3],
        ['verband', 'Amt Ludwigslust-Land', 'Landkreis Ludwigslust-Parchim', 2],
        ['gemeinde', 'Alt Krenzlin', 'Amt Ludwigslust-Land · Landkreis Ludwigslust-Parchim', 1],
        ['gemeinde', 'Göhlen', 'Amt Ludwigslust-Land · Landkreis Ludwigslust-Parchim', 1],
        ['gemeinde', 'Hagenow', 'Landkreis Ludwigslust-Parchim', 1],
        ['land', 'Mecklenburg-Vorpommern', 'Bundesland', 3],
      ].toSorted((a, b) => order(a) - order(b)),
    )
  })

  test('is an amtsfreie Gemeinde once, and a city that is a Land once', () => {
    const berlin = [
      area('11', 'land', 'Berlin', { kind: 'land' }),
      area('11000', 'kreis', 'Berlin', { kind: 'kreisfreie-stadt' }),
      area('110000000', 'verband', 'Berlin', { kind: 'amtsfreie-gemeinde' }),
      area('110000000000', 'gemeinde', 'Berlin', { kind: 'stadt' }),
    ]
    expect(hitsOf({ areas: berlin })).toMatchObject([
      { kind: 'gemeinde', label: 'Berlin', region_key: '110000000000' },
    ])
  })

  test('is never water without people, nor what lies in it', () => {
    const hits = hitsOf({
      places: [{ name: 'Boje', region_key: water.region_key }],
      postcodes: [{ postcode: '18000', region_key: water.region_key }],
    })
    expect(hits).toEqual(hitsOf({}))
  })

  test('is a dissolved Gemeinde as what it has become, with its former name', () => {
    const former = hitsOf({ successions: [merger] }).filter((hit) => hit.former_name)
    expect(former).toMatchObject([
      { kind: 'gemeinde', label: 'Göhlen', region_key: goehlen.region_key, former_name: 'Leussow' },
    ])
  })

  test('is no former name that the successor bears too', () => {
    const renewed = area('130765659999', 'gemeinde', 'Göhlen', { ended_by: '2021-01-01' })
    const successions = [{ regionKey: renewed.region_key, successorKey: goehlen.region_key, share: 1 }]
    expect(hitsOf({ areas: [...all, renewed], successions })).toEqual(hitsOf({}))
  })

  test('are villages with the Gemeinde they lie in, a dissolved one by its successor', () => {
    const places = [
      { name: 'Loosen', region_key: krenzlin.region_key },
      { name: 'Groß Krams', region_key: leussow.region_key },
    ]
    expect(hitsOf({ places, successions: [merger] }).filter((hit) => hit.kind === 'ort')).toMatchObject([
      { label: 'Loosen', detail: 'Alt Krenzlin · Amt Ludwigslust-Land · Landkreis Ludwigslust-Parchim' },
      { label: 'Groß Krams', region_key: goehlen.region_key },
    ])
  })

  test('is a village once, and not at all under the name of its Gemeinde, present or former', () => {
    const places = [
      { name: 'Loosen', region_key: krenzlin.region_key },
      { name: 'Loosen', region_key: krenzlin.region_key },
      { name: 'Alt-Krenzlin', region_key: krenzlin.region_key },
      { name: 'Leussow', region_key: goehlen.region_key },
      { name: 'Loosen', region_key: hagenow.region_key },
    ]
    const orte = hitsOf({ places, successions: [merger] }).filter((hit) => hit.kind === 'ort')
    expect(orte.map((hit) => hit.region_key)).toEqual([krenzlin.region_key, hagenow.region_key])
  })

  test('is a postcode with its Gemeinde, or with how many and the largest of them', () => {
    const more = ['Bandenitz', 'Toddin'].map((name, index) => area(`13076565800${index}`, 'gemeinde', name))
    const postcodes = [
      { postcode: '19288', region_key: krenzlin.region_key },
      ...[goehlen, hagenow, ...more].map(({ region_key }) => ({ postcode: '19230', region_key })),
    ]
    expect(hitsOf({ areas: [...all, ...more], postcodes }).filter((hit) => hit.kind === 'postcode')).toEqual([
      {
        ...{
          kind: 'postcode',
          label: '19288',
          postcode: '19288',
          region_key: krenzlin.region_key,
          area_count: 1,
        },
        ...{
          former_name: null,
          detail: 'Alt Krenzlin · Amt Ludwigslust-Land · Landkreis Ludwigslust-Parchim',
        },
      },
      {
        ...{ kind: 'postcode', label: '19230', postcode: '19230', region_key: null, area_count: 4 },
        ...{ former_name: null, detail: '4 Gemeinden: Hagenow, Göhlen, Bandenitz, …' },
      },
    ])
  })

  test('stands the further in front the higher its kind, then the more people live there', () => {
    const places = [{ name: 'Hagenow Heide', region_key: hagenow.region_key }]
    const hits = buildHits({ areas: all, successions: [], places, postcodes: [] })
    const order = hits.toSorted((a, b) => b.weight - a.weight).map(({ hit }) => hit.label)
    expect(order).toEqual([
      ...['Hagenow', 'Göhlen', 'Alt Krenzlin', 'Mecklenburg-Vorpommern', 'Landkreis Ludwigslust-Parchim'],
      ...['Amt Ludwigslust-Land', 'Hagenow Heide'],
    ])
  })
})

const order = ([, label]: readonly unknown[]) =>
  all.findIndex((one) => one.full_name === label || one.name === label)
