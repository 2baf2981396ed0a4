import type { Db } from '../database/database.ts'
import { regionsAround } from './region-key.ts'

/** The line that tells namesakes apart: "Amt Landhagen · Landkreis Vorpommern-Greifswald", by region key. */
export async function detailsOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const around = [...new Set(keys.flatMap((key) => regionsAround(key)))]
  const rows = await db
    .selectFrom('area')
    .select(['region_key', 'level', 'kind', 'full_name'])
    .where('region_key', 'in', around)
    .where('ended_by', 'is', null)
    .execute()
  const areas = new Map(rows.map((row) => [row.region_key, row]))
  return new Map(keys.map((key) => [key, detailOf(key, areas)]))
}

/** What the line is made of. */
export interface NamedArea {
  readonly kind: string
  readonly full_name: string
}

/** Verband and Kreis of an area as far as they are not the area itself; a kreisfreie Stadt and a Kreis name their Land. */
export function detailOf(key: string, areas: ReadonlyMap<string, NamedArea>): string {
  const [, ...around] = regionsAround(key)
  const verband = around.find((region) => region.length === 9)
  const kreis = around.find((region) => region.length === 5)
  const parts = [verband, kreis]
    .flatMap((region) => (region ? (areas.get(region) ?? []) : []))
    .filter((area) => area.kind !== 'amtsfreie-gemeinde' && area.kind !== 'kreisfreie-stadt')
    .map((area) => area.full_name)
  if (parts.length > 0) return parts.join(' · ')
  return around.includes(key.slice(0, 2)) ? (areas.get(key.slice(0, 2))?.full_name ?? '') : ''
}
