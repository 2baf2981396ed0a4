import { beforeAll, expect, test } from 'vitest'
import { openPages, publicUrl } from '../pages/testing.ts'
import { type DescribedService, publicServiceNodes } from './cpsv-service.ts'
import { describeServices } from './describe-services.ts'

const ids = ['mv-personalausweis', 'mv-reisepass', 'gibt-es-nicht']
const now = new Date('2026-11-24T09:00:00Z')
let described: readonly DescribedService[]
let inWismar: readonly DescribedService[]
beforeAll(async () => {
  const { db } = await openPages()
  const area = { regionKey: '130740087087', name: 'Wismar' }
  described = await describeServices(db, ids, { now })
  inWismar = await describeServices(db, ids, { area, now })
}, 60_000)

const idOf = ({ versions: [german] }: DescribedService) => german?.id
const authorityIds = ({ authorities }: DescribedService) => authorities.map(({ id }) => id)

test('services come in the order asked for, German first, and unknown ones not at all', () => {
  expect(described.map(idOf)).toEqual(ids.slice(0, 2))
  expect(described[0]?.versions.map(({ lang }) => lang)).toEqual(['de', 'en'])
  expect(inWismar.map(idOf)).toEqual(ids.slice(0, 2))
})

test('without an area each has every authority of its own, in the order of ids', () => {
  for (const one of described) {
    expect(one.authorities.length).toBeGreaterThan(5)
    expect(authorityIds(one)).toEqual(authorityIds(one).toSorted())
  }
  expect(inWismar.map(authorityIds)).toEqual([['demo-wismar-buergerbuero'], ['demo-wismar-buergerbuero']])
})

test('an authority of many services is read once', () => {
  const [first, second] = described.map(({ authorities }) => new Map(authorities.map((one) => [one.id, one])))
  const shared = [...(first ?? [])].filter(([id]) => second?.has(id))
  expect(shared.length).toBeGreaterThan(5)
  for (const [id, unit] of shared) expect(second?.get(id)).toBe(unit)
})

test('an authority of many services is described once', () => {
  for (const some of [described, inWismar]) {
    const nodes = publicServiceNodes(some, { origin: publicUrl, day: '2026-11-24' })
    const organisations = nodes.filter(({ types }) => types.includes('cv:PublicOrganisation'))
    expect(organisations.length).toBe(new Set(some.flatMap(authorityIds)).size)
    expect(new Set(organisations.map(({ iri }) => iri)).size).toBe(organisations.length)
  }
})
