import type { AreaKind, AreaLevel } from '@amtsweg/contract'
import { detailOf } from './area-detail.ts'
import { foldName } from './place-name.ts'
import { type Term, termsOf } from './place-terms.ts'
import { heirsOf, type Succession } from './successor.ts'
import type { PlaceHitTable } from './tables.ts'

/** What the type-ahead is made of. */
export interface PlaceFacts {
  readonly areas: readonly AreaFacts[]
  readonly successions: readonly Succession[]
  readonly places: readonly { readonly name: string; readonly region_key: string }[]
  readonly postcodes: readonly { readonly postcode: string; readonly region_key: string }[]
}

export interface AreaFacts {
  readonly region_key: string
  readonly level: AreaLevel
  readonly kind: AreaKind
  readonly name: string
  readonly full_name: string
  readonly population: number | null
  readonly ended_by: string | null
  readonly uninhabited: number
}

export type Hit = Omit<PlaceHitTable, 'id'>
/** A hit, the terms that lead to it, and how far in front it stands among equally good ones. */
export interface WeightedHit {
  readonly hit: Hit
  readonly terms: readonly Term[]
  readonly weight: number
}

/** Gemeinden before villages, whatever their size; within a kind the larger first. */
const rank = {
  gemeinde: 400,
  land: 380,
  kreis: 330,
  verband: 300,
  former: 280,
  postcode: 250,
  ort: 200,
} as const
const byPopulation = (people: number | null) => Math.log10((people ?? 0) + 1) * 10

/** Everything the type-ahead can answer with. Uninhabited areas are in none of it. */
export function buildHits(facts: PlaceFacts): readonly WeightedHit[] {
  const living = facts.areas.filter((area) => area.ended_by === null && area.uninhabited === 0)
  const byKey = new Map(living.map((area) => [area.region_key, area]))
  const gemeinden = living.filter((area) => area.level === 'gemeinde')
  const countIn = countRegions(gemeinden)
  const hitOf = (kind: Hit['kind'], area: AreaFacts, label = area.name): Hit => ({
    kind,
    label,
    detail: detailOf(area.region_key, byKey),
    region_key: area.region_key,
    postcode: null,
    area_count: countIn.get(area.region_key) ?? 1,
    former_name: null,
  })
  const weigh = (kind: keyof typeof rank, area: AreaFacts) => rank[kind] + byPopulation(area.population)

  const own = living.flatMap((area): WeightedHit | readonly [] => {
    if (area.level === 'gemeinde')
      return { hit: hitOf('gemeinde', area), terms: termsOf(area.name), weight: weigh('gemeinde', area) }
    if (area.kind === 'amt' || area.kind === 'verwaltungsgemeinschaft')
      return { hit: hitOf('verband', area), terms: termsOf(area.name), weight: weigh('verband', area) }
    if (area.kind === 'landkreis') {
      const terms = [...termsOf(area.full_name), ...termsOf(area.name)]
      return { hit: hitOf('kreis', area, area.full_name), terms, weight: weigh('kreis', area) }
    }
    // Berlin and Hamburg are found as the Gemeinden they are.
    if (area.kind !== 'land' || countIn.get(area.region_key) === 1) return []
    const hit = { ...hitOf('land', area), detail: 'Bundesland' }
    return { hit, terms: termsOf(area.name), weight: weigh('land', area) }
  })
  const heirs = heirsByKey(facts, byKey)
  const former = formerNames(facts.areas, heirs).map(({ name, heir }) => ({
    hit: { ...hitOf('gemeinde', heir), former_name: name },
    terms: termsOf(name),
    weight: rank.former,
  }))
  const known = new Set([...own, ...former].flatMap(({ hit, terms }) => wholeNames(hit, terms)))
  const villages = uniqueVillages(facts.places, (key) => byKey.get(key) ?? heirs.get(key)?.[0], known)
  const orte = villages.map(({ name, gemeinde }) => {
    const within = hitOf('ort', gemeinde, name)
    const detail = [gemeinde.name, within.detail].filter(Boolean).join(' · ')
    return { hit: { ...within, detail }, terms: termsOf(name), weight: weigh('ort', gemeinde) }
  })
  return [...own, ...former, ...orte, ...postcodeHits(facts, byKey, hitOf)]
}

/** Gemeinden in each region of any level. */
function countRegions(gemeinden: readonly AreaFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { region_key } of gemeinden)
    for (const length of [2, 3, 5, 9, 12]) {
      const region = region_key.slice(0, length)
      counts.set(region, (counts.get(region) ?? 0) + 1)
    }
  return counts
}

type AreasByKey = ReadonlyMap<string, AreaFacts>

/** What dissolved areas have become, as far as it lives. */
function heirsByKey({ areas, successions }: PlaceFacts, living: AreasByKey) {
  const dissolved = areas.filter((area) => area.ended_by !== null && area.uninhabited === 0)
  return new Map(
    dissolved.map(({ region_key }) => [
      region_key,
      heirsOf(region_key, successions).flatMap((heir) => living.get(heir.regionKey) ?? []),
    ]),
  )
}

/** Names that lead to another name today. */
function formerNames(areas: readonly AreaFacts[], heirs: ReadonlyMap<string, readonly AreaFacts[]>) {
  return areas.flatMap(({ region_key, name }) =>
    (heirs.get(region_key) ?? [])
      .filter((heir) => foldName(heir.name) !== foldName(name))
      .map((heir) => ({ name, heir })),
  )
}

const wholeNames = (hit: Hit, terms: readonly Term[]): readonly string[] =>
  terms.filter((term) => term.whole).map((term) => `${hit.region_key} ${term.norm}`)

/** Villages by name and Gemeinde; one that bears the name of its Gemeinde, present or former, is found as that. */
function uniqueVillages(
  places: PlaceFacts['places'],
  find: (regionKey: string) => AreaFacts | undefined,
  known: ReadonlySet<string>,
) {
  const seen = new Set(known)
  return places.flatMap(({ name, region_key }) => {
    const gemeinde = find(region_key)
    const key = `${gemeinde?.region_key} ${foldName(name)}`
    if (!gemeinde || seen.has(key)) return []
    seen.add(key)
    return { name, gemeinde }
  })
}

const namedAtMost = 3

function postcodeHits(
  { postcodes }: PlaceFacts,
  living: AreasByKey,
  hitOf: (kind: 'postcode', area: AreaFacts, label: string) => Hit,
): readonly WeightedHit[] {
  const byPostcode = Map.groupBy(
    postcodes.filter((pair) => living.has(pair.region_key)),
    (pair) => pair.postcode,
  )
  return [...byPostcode].flatMap(([postcode, pairs]) => {
    const areas = pairs
      .flatMap((pair) => living.get(pair.region_key) ?? [])
      .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.region_key < b.region_key ? -1 : 1))
    const [largest] = areas
    if (!largest) return []
    const one = hitOf('postcode', largest, postcode)
    const names = areas.slice(0, namedAtMost).map((area) => area.name)
    const rest = areas.length > namedAtMost ? ', …' : ''
    const hit: Hit =
      areas.length === 1
        ? { ...one, postcode, detail: [largest.name, one.detail].filter(Boolean).join(' · ') }
        : {
            ...one,
            postcode,
            region_key: null,
            area_count: areas.length,
            detail: `${areas.length} Gemeinden: ${names.join(', ')}${rest}`,
          }
    return { hit, terms: [{ norm: postcode, whole: true }], weight: rank.postcode }
  })
}
