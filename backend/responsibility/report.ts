import type {
  PlaceGap,
  RecordedResponsibility,
  ResponsibilityFinding,
  ResponsibilityOverlap,
  ServiceGap,
} from '@amtsweg/contract'
import { isOwnSource } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { areaRefs, gemeindenIn } from '../places/index.ts'
import { findGaps, type Gap } from './find-gaps.ts'
import {
  gapFacts,
  type OverlapAt,
  overlapsIn,
  recordsIn,
  servicesByKey,
  tiersIn,
  unitsAt,
} from './repository-report.ts'
import { leikaPrefix } from './resolve.ts'

/** Which list, and which part of it. */
export interface ReportPart {
  readonly area: string
  /** ISO date of today. */
  readonly day: string
  readonly find: 'services' | 'places' | 'overlaps'
  readonly from: number
  readonly limit: number
}

const mostExamples = 20

/** What is wrong with the responsibilities of an area, found once and read page by page. */
export async function responsibilityReport(
  db: Db,
  { area, day, find, from, limit }: ReportPart,
  remember: Remember = forgetful,
) {
  const found = await remember(`responsibility report ${area} ${day}`, () => examine(db, area, day))
  const lists: Record<ReportPart['find'], () => Promise<readonly ResponsibilityFinding[]>> = {
    services: () => serviceGaps(db, area, found, found.services.slice(from, from + limit)),
    places: async () => found.places.slice(from, from + limit),
    overlaps: () => overlaps(db, found.overlaps.slice(from, from + limit)),
  }
  const counts = {
    services: found.services.length,
    places: found.places.length,
    overlaps: found.overlaps.length,
  }
  const items = await lists[find]()
  return { area: await named(db, area), counts, total: counts[find], items: [...items] }
}

type Examined = Awaited<ReturnType<typeof examine>>

async function examine(db: Db, area: string, day: string) {
  const gemeinden = await gemeindenIn(db, area)
  const { services, places } = findGaps({
    gemeinden: gemeinden.map(({ regionKey }) => regionKey),
    ...(await gapFacts(db, area, day)),
  })
  const gapPlaces = gemeinden
    .flatMap(({ regionKey, name }, index): PlaceGap[] => {
      const counts = places[index]
      return counts && counts.missing > 0 ? [{ kind: 'place', area: { regionKey, name }, ...counts }] : []
    })
    .sort((a, b) => b.missing - a.missing)
  return { gemeinden, services, places: gapPlaces, overlaps: await overlapsIn(db, area) }
}

async function serviceGaps(
  db: Db,
  area: string,
  { gemeinden }: Examined,
  gaps: readonly Gap[],
): Promise<readonly ServiceGap[]> {
  const titles = await servicesByKey(
    db,
    gaps.map(({ serviceId }) => serviceId),
  )
  const tiers = await tiersIn(db, area)
  return gaps.map(({ serviceId, leistungsschluessel, missing, of, spans }) => {
    const tier = leistungsschluessel === null ? undefined : tiers.get(leistungsschluessel)
    const places = spans.flatMap(([start, end]) =>
      gemeinden.slice(start, Math.min(end, start + mostExamples)),
    )
    return {
      kind: 'service',
      service: titles.get(serviceId) ?? { id: serviceId, title: serviceId },
      ...(tier ? { tier } : {}),
      missing,
      of,
      examples: places.slice(0, mostExamples).map(({ regionKey, name }) => ({ regionKey, name })),
    }
  })
}

async function overlaps(db: Db, found: readonly OverlapAt[]): Promise<readonly ResponsibilityOverlap[]> {
  const names = await namesOf(db, found)
  const items: ResponsibilityOverlap[] = []
  for (const at of found)
    items.push({
      kind: 'overlap',
      service: names.service(at.serviceKey),
      area: names.area(at.regionKey),
      role: at.role,
      units: await unitsAt(db, at),
    })
  return items
}

interface RecordsPart {
  readonly area: string
  readonly unit?: string | undefined
  /** Id or Leistungsschluessel. */
  readonly service?: string | undefined
  readonly from: number
  readonly limit: number
}

/** Who acts for what in an area, recorded or derived, a page at a time. */
export async function recordedResponsibilities(db: Db, { service, ...part }: RecordsPart) {
  const serviceKeys = service === undefined ? undefined : await keysOf(db, service)
  const { rows, total } = await recordsIn(db, { ...part, serviceKeys })
  const names = await namesOf(
    db,
    rows.map((row) => ({ serviceKey: row.service_key, regionKey: row.region_key })),
  )
  const items = rows.map((row): RecordedResponsibility => ({
    service: names.service(row.service_key),
    area: row.region_key === '' ? null : names.area(row.region_key),
    role: row.role,
    unit: { id: row.unit_id, name: row.name },
    ...(row.note ? { note: row.note } : {}),
    ...(row.basis ? { basis: row.basis } : {}),
    origin: originOf(row),
  }))
  return { items, total }
}

/** How it is known that somebody answers. */
export function originOf({
  derived,
  source_id,
}: {
  readonly derived: number
  readonly source_id: string
}): RecordedResponsibility['origin'] {
  if (derived === 1) return 'derived'
  return isOwnSource(source_id) ? 'own' : 'imported'
}

/** Under which keys a service may be recorded. */
async function keysOf(db: Db, service: string): Promise<readonly string[]> {
  if (/^\d{14}$/.test(service)) return [leikaPrefix + service]
  const found = (await servicesByKey(db, [service])).get(service)
  const number = found && 'leistungsschluessel' in found ? found.leistungsschluessel : undefined
  return [service, ...(number ? [leikaPrefix + number] : [])]
}

async function namesOf(db: Db, at: readonly { readonly serviceKey: string; readonly regionKey: string }[]) {
  const services = await servicesByKey(db, [...new Set(at.map(({ serviceKey }) => serviceKey))])
  const areas = await areaRefs(db, [...new Set(at.map(({ regionKey }) => regionKey))])
  return {
    service: (key: string) => services.get(key) ?? { id: key, title: key },
    area: (key: string) => ({ regionKey: key, name: areas.get(key)?.name ?? key }),
  }
}

async function named(db: Db, regionKey: string) {
  return { regionKey, name: (await areaRefs(db, [regionKey])).get(regionKey)?.name ?? regionKey }
}
