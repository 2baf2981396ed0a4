import type { AreaRef, PlaceChoice, Responsibility, ResponsibleUnit, Unit } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { generalUnitOf, unitsById, type UnitView } from '../directory/index.ts'
import { areaRefs, detailsOf, gemeindenIn, parentsOf, placesIn, regionsAround } from '../places/index.ts'
import { type ServiceRef, serviceRef } from '../services/index.ts'
import { candidatesOf } from './candidates.ts'
import { commonRegion, decide } from './question.ts'
import { recordsAround } from './repository.ts'
import type { ResponsibilityRecord } from './resolve.ts'
import type { Where } from './where.ts'

/** What could not be found, so that nothing can be answered. */
export interface Unknown {
  readonly unknown: 'area' | 'place' | 'service'
}

/** Who answers for a service in a place. */
export async function findResponsibility(
  db: Db,
  service: string,
  where: Where,
  view: UnitView,
  remember: Remember = forgetful,
): Promise<Responsibility | Unknown> {
  const match = await remember(`where ${JSON.stringify(where)}`, () => candidatesOf(db, where))
  if (!match) return { unknown: where.by === 'area' ? 'area' : 'place' }
  const { areas, movedFrom } = match
  const regions = areas.map((area) => area.regionKey)
  const refs = await serviceRefs(db, service, regions, view.lang, remember)
  const [ref] = refs
  if (!ref) return { unknown: 'service' }
  const facts = {
    service: { id: ref.id, title: ref.title },
    ...(areas.length === 1 && areas[0] ? { area: areas[0] } : {}),
    ...(movedFrom ? { movedFrom } : {}),
  }
  const serviceKeys = [...new Set(refs.flatMap((one) => one.serviceKeys))]
  const { records, gemeinden } = await recordsWithin(db, serviceKeys, areas, remember)
  const decision = decide(
    records,
    gemeinden.map((area) => area.regionKey),
  )
  if (decision.status === 'ambiguous') {
    const choices = await choicesOf(db, gemeinden)
    return { status: 'ambiguous', service: facts.service, question: { kind: 'gemeinde', choices } }
  }
  if (decision.status === 'unrecorded') {
    const fallback = await fallbackFor(db, regions, where, view)
    return { status: 'unrecorded', ...facts, fallback }
  }
  const acting = [...decision.responsible, ...decision.others]
  const ids = [...new Set(acting.map((record) => record.unitId))]
  // Offices open and close to the minute.
  const minute = Math.floor(view.now.getTime() / 60_000)
  const units = await remember(`units ${view.lang} ${minute} ${ids.join(' ')}`, () =>
    unitsById(db, ids, view),
  )
  return {
    status: 'resolved',
    ...facts,
    units: decision.responsible.flatMap((record) => actingUnit(record, units)),
    others: decision.others.flatMap((record) => actingUnit(record, units)),
  }
}

/**
 * The descriptions to look under: one, or one for each Land where what was said lies in several. Where a Land has none, the
 * one of another tells what the service is; whether anybody is recorded for it there is another question.
 */
async function serviceRefs(
  db: Db,
  key: string,
  regions: readonly string[],
  lang: string,
  remember: Remember,
): Promise<readonly ServiceRef[]> {
  // An id means the same description everywhere, a Leistungsschluessel the best one for the area.
  const find = (area: string) =>
    remember(`service ${lang} ${key} ${/^\d{14}$/.test(key) ? area : ''}`, () =>
      serviceRef(db, key, { area: area || undefined, lang }),
    )
  const laender = Map.groupBy(regions, (region) => region.slice(0, 2))
  const refs: ServiceRef[] = []
  for (const inLand of laender.values()) {
    const ref = await find(commonRegion(inLand))
    if (ref) refs.push(ref)
  }
  if (refs.length > 0) return refs
  const ref = await find('')
  return ref ? [ref] : []
}

/**
 * What is recorded for the service, and the areas to decide between: an area wider than a Gemeinde counts as its Gemeinden
 * where the responsibility differs inside it. Records are read for whole Kreise, which many questions share.
 */
async function recordsWithin(
  db: Db,
  serviceKeys: readonly string[],
  areas: readonly AreaRef[],
  remember: Remember,
) {
  const records: ResponsibilityRecord[] = []
  for (const kreis of new Set(areas.map((area) => area.regionKey.slice(0, 5))))
    records.push(
      ...(await remember(`records ${kreis} ${serviceKeys.join(' ')}`, () =>
        recordsAround(db, serviceKeys, kreis),
      )),
    )
  const gemeinden: AreaRef[] = []
  for (const area of areas) {
    const isDivided =
      area.level !== 'gemeinde' &&
      records.some(({ regionKey }) => regionKey !== area.regionKey && regionKey.startsWith(area.regionKey))
    const parts = isDivided ? await gemeindenIn(db, area.regionKey) : []
    gemeinden.push(...(parts.length > 0 ? parts : [area]))
  }
  return { records, gemeinden }
}

const collator = new Intl.Collator('de')

async function choicesOf(db: Db, gemeinden: readonly AreaRef[]): Promise<PlaceChoice[]> {
  const details = await detailsOf(
    db,
    gemeinden.map((area) => area.regionKey),
  )
  const choices: PlaceChoice[] = []
  for (const { regionKey, name } of gemeinden) {
    const places = (await placesIn(db, regionKey)).filter((place) => place !== name)
    choices.push({ regionKey, label: name, detail: details.get(regionKey) ?? '', places })
  }
  return choices.sort((a, b) => collator.compare(a.label, b.label) || collator.compare(a.detail, b.detail))
}

/** The next higher authority of all that was asked for (domain.md): named because it is there, not because it is responsible. */
async function fallbackFor(db: Db, regions: readonly string[], where: Where, view: UnitView) {
  const asked = where.by === 'area' && regions.length === 0 ? [where.area] : regions
  const common = commonRegion(asked)
  const around = regionsAround(common)
  const unit = await generalUnitOf(db, around, view)
  const area = unit?.regionKey
    ? (await areaRefs(db, [unit.regionKey])).get(unit.regionKey)
    : (await parentsOf(db, common))[0]
  return { ...(area ? { area } : {}), ...(unit ? { unit } : {}) }
}

function actingUnit(
  { role, regionKey, unitId, note, basis }: ResponsibilityRecord,
  units: ReadonlyMap<string, Unit>,
): ResponsibleUnit[] {
  const unit = units.get(unitId)
  if (!unit) return []
  const where = { ...(regionKey ? { regionKey } : {}) }
  return [{ role, ...where, unit, ...(note ? { note } : {}), ...(basis ? { source: basis } : {}) }]
}
