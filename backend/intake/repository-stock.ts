import { hash } from 'node:crypto'
import type { PersonEdit } from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import type { KeptRecord } from './compare.ts'

/** Everything that a source holds, with its regions, so that what an import did can be told and judged by what it left. */
export async function recordsOf(trx: Trx, sourceId: string): Promise<readonly (KeptRecord & Placed)[]> {
  return [
    ...(await services(trx, sourceId)),
    ...(await units(trx, sourceId)),
    ...(await supplements(trx, sourceId)),
    ...(await responsibilities(trx, sourceId)),
    ...(await people(trx, sourceId)),
    ...(await others(trx, sourceId)),
  ]
}

/** Where a record holds. */
export interface Placed {
  /** Null = everywhere; undefined = only where something else does. */
  readonly region: string | null | undefined
}

const printOf = (...parts: readonly unknown[]): string => hash('sha1', JSON.stringify(parts), 'base64url')

async function services(trx: Trx, sourceId: string) {
  const rows = await trx
    .selectFrom('service as s')
    .leftJoin('service_name as n', (join) => join.onRef('n.service_id', '=', 's.id').on('n.lang', '=', 'de'))
    .select(['s.id', 's.fingerprint', 's.region_key', 'n.title'])
    .where('s.source_id', '=', sourceId)
    .execute()
  return rows.map(({ id, fingerprint, region_key, title }) => ({
    ...{ kind: 'service' as const, id, print: fingerprint, name: title ?? id, region: region_key },
  }))
}

async function units(trx: Trx, sourceId: string) {
  const rows = await trx
    .selectFrom('unit as u')
    .leftJoin('unit as p', 'p.id', 'u.parent_id')
    .select([
      'u.id',
      'u.name',
      'u.tier',
      'u.region_key',
      'u.general',
      'u.parent_id',
      'u.lat',
      'u.lon',
      'u.content',
    ])
    .select('p.region_key as parent_region')
    .where('u.source_id', '=', sourceId)
    .execute()
  return rows.map(({ id, name, parent_region, ...row }) => ({
    ...{ kind: 'unit' as const, id, name, print: printOf(name, row) },
    region: row.region_key ?? parent_region,
  }))
}

async function supplements(trx: Trx, sourceId: string) {
  const rows = await trx
    .selectFrom('service_supplement as s')
    .leftJoin('service_name as n', (join) =>
      join.onRef('n.service_id', '=', 's.service_id').on('n.lang', '=', 'de'),
    )
    .select(['s.id', 's.service_id', 's.region_key', 's.lang', 's.code', 's.mode', 's.content', 'n.title'])
    .where('s.source_id', '=', sourceId)
    .execute()
  return rows.map(({ id, title, ...row }) => ({
    ...{ kind: 'supplement' as const, id, name: title ?? row.service_id, print: printOf(row) },
    region: row.region_key,
  }))
}

async function responsibilities(trx: Trx, sourceId: string) {
  const rows = await trx
    .selectFrom('responsibility as r')
    .leftJoin('unit as u', 'u.id', 'r.unit_id')
    .select(['r.service_key', 'r.region_key', 'r.role', 'r.unit_id', 'r.note', 'r.basis', 'u.name'])
    .where('r.source_id', '=', sourceId)
    .where('r.derived', '=', 0)
    .execute()
  return rows.map(({ service_key, region_key, role, unit_id, note, basis, name }) => ({
    kind: 'responsibility' as const,
    id: [service_key, region_key, role, unit_id].join(' '),
    name: `${name ?? unit_id}: ${service_key} ${region_key}`,
    print: printOf(note, basis),
    region: region_key === '' ? null : region_key,
  }))
}

/** Who is there; who was withdrawn is not, though some of it is kept for a while. */
async function people(trx: Trx, sourceId: string) {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'content', 'missed'])
    .where('source_id', '=', sourceId)
    .where('withdrawn_on', 'is', null)
    .execute()
  return rows.map(({ id, content, missed }) => {
    const { familyName, givenName } = JSON.parse(content) as Pick<PersonEdit, 'familyName' | 'givenName'>
    const name = givenName ? `${familyName}, ${givenName}` : familyName
    return { kind: 'person' as const, id, name, print: printOf(content, missed), region: undefined }
  })
}

/** Objects of XZuFi that are no service, unit or responsibility of their own. */
async function others(trx: Trx, sourceId: string) {
  const rows = await trx
    .selectFrom('xzufi_record')
    .select(['kind', 'id', 'value', 'fingerprint'])
    .where('source_id', '=', sourceId)
    .where('deleted', '=', 0)
    .where('kind', 'not in', ['leistung', 'organisationseinheit', 'zustaendigkeit'])
    .execute()
  return rows.map(({ kind, id, value, fingerprint }) => ({
    ...{ kind: 'other' as const, id: `${kind} ${id}`, name: `${kind} ${value}`, print: fingerprint },
    region: undefined,
  }))
}
