import type { Trx } from '../database/database.ts'
import { agsOf } from './region-key.ts'
import { heirsOf, type Succession } from './successor.ts'

/** A Gemeinde as files name it, by AGS or ARS. */
export interface KnownGemeinde {
  readonly regionKey: string
  readonly ags: string
  readonly name: string
  readonly dissolved: boolean
  readonly uninhabited: boolean
  /** Day of record of the list it stands in. */
  readonly asOf: string | null
}

/** All Gemeinden at once: files name thousands of them. */
export interface Gemeinden {
  /** By AGS of 8 or ARS of 12 digits, also an ARS of the time before the Gemeinde moved to another Verband. */
  readonly find: (key: string) => KnownGemeinde | undefined
  /** The living, inhabited Gemeinde a key stands for today, or why there is none. */
  readonly living: (key: string) => { readonly regionKey: string } | { readonly reason: string }
  /** Day of record of the living Gemeinden of the Land this key lies in; undefined when there are none. */
  readonly registerDate: (key: string) => string | undefined
}

export async function loadGemeinden(trx: Trx): Promise<Gemeinden> {
  const rows = await trx
    .selectFrom('area')
    .innerJoin('source', 'source.id', 'area.source_id')
    .select(['region_key', 'ags', 'area.name', 'ended_by', 'uninhabited', 'source.as_of'])
    .where('level', '=', 'gemeinde')
    .execute()
  const byAgs = new Map<string, KnownGemeinde>()
  const byKey = new Map<string, KnownGemeinde>()
  for (const row of rows) {
    const gemeinde = {
      regionKey: row.region_key,
      ags: row.ags ?? agsOf(row.region_key),
      name: row.name,
      dissolved: row.ended_by !== null,
      uninhabited: row.uninhabited === 1,
      asOf: row.as_of,
    }
    byKey.set(gemeinde.regionKey, gemeinde)
    if (!gemeinde.dissolved || !byAgs.has(gemeinde.ags)) byAgs.set(gemeinde.ags, gemeinde)
  }
  const living = rows.filter((row) => row.ended_by === null)
  const laender = new Map(living.map((row) => [row.region_key.slice(0, 2), row.as_of ?? '']))
  const successions = await loadSuccessions(trx)

  const find = (key: string) => byKey.get(key) ?? byAgs.get(key.length === 12 ? agsOf(key) : key)
  const livingOf = (key: string) => {
    const gemeinde = find(key)
    if (!gemeinde) return { reason: `${key} is no Gemeinde of the register` }
    if (gemeinde.uninhabited) return { reason: `${gemeinde.name} (${key}) is uninhabited` }
    if (!gemeinde.dissolved) return { regionKey: gemeinde.regionKey }
    const heirs = heirsOf(gemeinde.regionKey, successions).map((heir) => byKey.get(heir.regionKey))
    const heir = heirs.find((one) => one && !one.dissolved && !one.uninhabited)
    if (heir) return { regionKey: heir.regionKey }
    return { reason: `${gemeinde.name} (${key}) is dissolved and no successor is known` }
  }
  return { find, living: livingOf, registerDate: (key) => laender.get(key.slice(0, 2)) }
}

async function loadSuccessions(trx: Trx): Promise<readonly Succession[]> {
  const rows = await trx
    .selectFrom('area_successor')
    .select(['region_key', 'successor_key', 'share'])
    .execute()
  return rows.map(({ region_key, successor_key, share }) => ({
    regionKey: region_key,
    successorKey: successor_key,
    share,
  }))
}
