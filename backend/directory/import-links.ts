import type { Trx } from '../database/database.ts'
import { type Derivation, type FoundLink, replaceLinkUses, replaceLinkUsesOf } from '../import/index.ts'
import type { UnitRow } from './tables.ts'
import type { UnitContent } from './unit-content.ts'

const batch = 1_000

/** Where the websites, forms and appointment pages of offices lead. */
export const unitLinks: Derivation = {
  from: ['directory'],
  name: 'links of units',
  rebuild: (trx) => replaceLinkUses(trx, 'unit', linksOfUnits(trx)),
}

async function* linksOfUnits(trx: Trx): AsyncGenerator<readonly FoundLink[]> {
  let after = ''
  for (;;) {
    const units = await trx
      .selectFrom('unit')
      .select(['id', 'name', 'region_key', 'content'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    const last = units.at(-1)
    if (!last) return
    yield linksOf(units)
    after = last.id
  }
}

/** Finds anew where the addresses of one unit lead, as after an edit. */
export const relinkUnit = (trx: Trx, id: string): Promise<void> => relinkUnits(trx, [id])

/** The same for some. */
export async function relinkUnits(trx: Trx, ids: readonly string[]): Promise<void> {
  const units = await trx
    .selectFrom('unit')
    .select(['id', 'name', 'region_key', 'content'])
    .where('id', 'in', ids)
    .execute()
  await replaceLinkUsesOf(trx, 'unit', ids, linksOf(units))
}

const linksOf = (units: readonly Pick<UnitRow, 'id' | 'name' | 'region_key' | 'content'>[]): FoundLink[] =>
  units.flatMap(({ id, name, region_key, content }) => {
    const { contacts, invented } = JSON.parse(content) as UnitContent
    if (invented) return []
    return contacts.map(({ kind, value }) => ({
      owner_id: id,
      owner_name: name,
      url: value,
      section: kind,
      layer: 'contact' as const,
      region_key: region_key ?? '',
      lang: 'de',
    }))
  })
