import type { Service, Unit } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { unitsById } from '../directory/index.ts'
import { findResponsibility, holdersOf } from '../responsibility/index.ts'
import { findService } from '../services/index.ts'
import type { DescribedService } from './cpsv-service.ts'

/** For which area services are described, and when. */
export interface DescribedFor {
  readonly area?: { readonly regionKey: string; readonly name: string } | undefined
  readonly now: Date
}

/** Without an area a service may be answered for by thousands of authorities: so many are named at most. */
export const mostAuthorities = 250

/** Services by id in all their languages, with their authorities: those of the area, else all there are. Unknown ids are absent. */
export async function describeServices(
  db: Db,
  ids: readonly string[],
  { area, now }: DescribedFor,
): Promise<readonly DescribedService[]> {
  const found: (readonly Service[])[] = []
  for (const id of ids) {
    const german = await findService(db, id, { area: area?.regionKey, lang: 'de' })
    if (german) found.push(await inAllLanguages(db, german, area?.regionKey))
  }
  const authoritiesOf = area
    ? (german: Service) => authoritiesIn(db, german.id, area.regionKey, now)
    : await authoritiesAnywhere(db, found.flat(), now)
  const described: DescribedService[] = []
  for (const versions of found) {
    const [german] = versions
    if (german) described.push({ versions, authorities: await authoritiesOf(german), area })
  }
  return described
}

/** Most services are answered for by the same authorities: each is read once, however many services name it. */
async function authoritiesAnywhere(db: Db, services: readonly Service[], now: Date) {
  const holders = new Map<string, readonly string[]>()
  for (const service of services)
    if (!holders.has(service.id))
      holders.set(service.id, await holdersOf(db, keysOf(service), { limit: mostAuthorities }))
  const units = await unitsById(db, [...new Set([...holders.values()].flat())], { lang: 'de', now })
  return ({ id }: Service): readonly Unit[] =>
    (holders.get(id) ?? []).flatMap((unitId) => units.get(unitId) ?? [])
}

async function inAllLanguages(
  db: Db,
  german: Service,
  area: string | undefined,
): Promise<readonly Service[]> {
  const versions = [german]
  for (const lang of german.languages.filter((one) => one !== german.lang)) {
    const version = await findService(db, german.id, { area, lang })
    if (version && version.lang === lang) versions.push(version)
  }
  return versions
}

async function authoritiesIn(db: Db, id: string, area: string, now: Date) {
  const answer = await findResponsibility(db, id, { by: 'area', area }, { lang: 'de', now })
  return 'status' in answer && answer.status === 'resolved' ? answer.units.map(({ unit }) => unit) : []
}

/** What a responsibility may be recorded under (see ServiceRef). */
const keysOf = ({ id, leistungsschluessel, furtherKeys }: Service): readonly string[] => [
  id,
  ...[leistungsschluessel, ...furtherKeys].flatMap((key) => (key ? [`leika:${key}`] : [])),
]
