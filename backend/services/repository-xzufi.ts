import type { Db } from '../database/database.ts'
import {
  type ExportScope,
  isExported,
  notFromXzufi,
  pagesBehind,
  type XzufiElement,
} from '../import/index.ts'
import { leistungOf } from './xzufi-export.ts'

const page = 100

/**
 * Every service that did not come as XZuFi, as a Leistung of 2.2, a page at a time; with `since` those of sources that were imported since, as nothing tells which of them changed.
 */
export async function* ownLeistungen(db: Db, scope: ExportScope = {}): AsyncGenerator<XzufiElement, void> {
  const ask = (last: string) =>
    db
      .selectFrom('service')
      .innerJoin('source', 'source.id', 'service.source_id')
      .selectAll('service')
      .where('service.id', '>', last)
      .where('source.imported_at', '>=', scope.since ?? '')
      .where(isExported('source.id', scope))
      .where(notFromXzufi('service'))
      .orderBy('service.id')
      .limit(page)
      .execute()
  for await (const services of pagesBehind(ask)) {
    const ids = services.map(({ id }) => id)
    const [names, texts, parts, keywords, keys] = await Promise.all([
      db.selectFrom('service_name').selectAll().where('service_id', 'in', ids).orderBy('lang').execute(),
      db.selectFrom('service_text').selectAll().where('service_id', 'in', ids).orderBy('position').execute(),
      db.selectFrom('service_part').selectAll().where('service_id', 'in', ids).orderBy('position').execute(),
      db
        .selectFrom('service_keyword')
        .selectAll()
        .where('service_id', 'in', ids)
        .where('local', '=', 0)
        .orderBy('keyword')
        .execute(),
      db
        .selectFrom('service_identifier')
        .selectAll()
        .where('service_id', 'in', ids)
        .where('scheme_id', '=', 'leika')
        .orderBy('value')
        .execute(),
    ])
    const here = <Row extends { readonly service_id: string }>(rows: readonly Row[], id: string) =>
      rows.filter((row) => row.service_id === id)
    for (const service of services) {
      const { id, leistungsschluessel } = service
      const own = here(keys, id).map(({ value }) => value)
      yield leistungOf({
        service,
        names: here(names, id),
        texts: here(texts, id),
        // What holds in a part of the region only would be said of all of it.
        parts: here(parts, id).filter((part) => part.region_key === null),
        keywords: here(keywords, id),
        // The first key is its own.
        keys: own.toSorted((a, b) => Number(b === leistungsschluessel) - Number(a === leistungsschluessel)),
      })
    }
  }
}
