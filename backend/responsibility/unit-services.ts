import type { ServicePage, ServiceSummary } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { serviceRef, summariesById } from '../services/index.ts'
import { serviceKeysOfUnit } from './repository.ts'
import { leikaPrefix } from './resolve.ts'

/** Which part of the list is wanted, for which region and in which language. */
export interface UnitServicesView {
  readonly area?: string | undefined
  readonly lang: string
  readonly limit: number
  readonly cursor?: string | undefined
}

const collator = new Intl.Collator('de')
type Position = readonly [title: string, id: string]
const compare = (a: Position, b: Position) =>
  collator.compare(a[0], b[0]) || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
const positionOf = ({ title, id }: ServiceSummary): Position => [title, id]

/** The services a unit acts for, in German order; undefined when the cursor is not one of this list. */
export async function servicesOfUnit(
  db: Db,
  unitId: string,
  { area, lang, limit, cursor }: UnitServicesView,
): Promise<ServicePage | undefined> {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (after === null) return undefined
  const ids = new Set<string>()
  for (const key of await serviceKeysOfUnit(db, unitId)) {
    const id = await descriptionOf(db, key, { area, lang })
    if (id !== undefined) ids.add(id)
  }
  const services = [...(await summariesById(db, [...ids], lang)).values()]
    .filter((service) => !after || compare(positionOf(service), after) > 0)
    .sort((a, b) => compare(positionOf(a), positionOf(b)))
  const items = services.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && services.length > limit ? writeCursor(positionOf(last)) : null }
}

/** What is recorded for a Leistungsschluessel is shown by its best description. */
async function descriptionOf(db: Db, key: string, view: { area?: string | undefined; lang: string }) {
  if (!key.startsWith(leikaPrefix)) return key
  return (await serviceRef(db, key.slice(leikaPrefix.length), view))?.id
}

const writeCursor = (position: Position) => Buffer.from(JSON.stringify(position)).toString('base64url')

function readCursor(cursor: string): Position | null {
  try {
    const [title, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    return typeof title === 'string' && typeof id === 'string' && rest.length === 0 ? [title, id] : null
  } catch {
    return null
  }
}
