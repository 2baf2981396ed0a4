import type { LocalFee, LocalLink, LocalPartsBody } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import type { ServiceAt } from './repository-supplements.ts'
import type { LocalPartKind } from './tables.ts'

const kinds = { fees: 'fee', forms: 'form', onlineServices: 'online-service' } as const

/** What an authority itself has for a service in its region, in its order. */
export async function localParts(db: Db, { serviceId, regionKey }: ServiceAt): Promise<LocalPartsBody> {
  const rows = await db
    .selectFrom('local_part')
    .select(['kind', 'lang', 'content'])
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .orderBy('position')
    .execute()
  const of = <Part extends LocalFee | LocalLink>(kind: LocalPartKind): Part[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ lang, content }) => {
        const { invented: _, ...part } = JSON.parse(content) as Part & { readonly invented?: false }
        return { ...part, lang } as unknown as Part
      })
  return { fees: of(kinds.fees), forms: of(kinds.forms), onlineServices: of(kinds.onlineServices) }
}

/** Puts these in the place of what it said so far. `at` is RFC 3339 UTC. */
export async function replaceLocalParts(
  trx: Trx,
  { serviceId, regionKey }: ServiceAt,
  parts: LocalPartsBody,
  { sourceId, at }: { readonly sourceId: string; readonly at: string },
): Promise<void> {
  const stored = trx.selectFrom('local_part').select(['kind', 'lang', 'content', 'updated_at'])
  const before = await stored
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .execute()
  const keyOf = (row: { kind: string; lang: string; content: string }) =>
    `${row.kind} ${row.lang} ${row.content}`
  const known = new Map(before.map((row) => [keyOf(row), row.updated_at]))
  await trx
    .deleteFrom('local_part')
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .execute()
  const row = (kind: LocalPartKind, position: number, { lang, ...content }: LocalFee | LocalLink) => {
    const said = {
      kind,
      lang,
      content: JSON.stringify(kind === 'fee' ? content : { ...content, invented: false }),
    }
    // Readers are told when a fee last changed, not when its neighbour did.
    const updated_at = known.get(keyOf(said)) ?? at
    return {
      service_id: serviceId,
      region_key: regionKey,
      position,
      ...said,
      updated_at,
      source_id: sourceId,
    }
  }
  const rows = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((name) =>
    parts[name].map((part, position) => row(kinds[name], position, part)),
  )
  await insertAll(trx, 'local_part', rows)
}
