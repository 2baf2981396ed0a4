import type { Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { crowdedPrefixes, type RankedTerm } from './crowded-prefixes.ts'
import { buildHits, type PlaceFacts } from './place-hits.ts'

/** What a term from a later word is worth less than the whole name: a Gemeinde still stands before a village. */
const laterWord = 120

const collator = new Intl.Collator('de')

/** Makes the type-ahead anew from areas, places and postcodes. */
export async function rebuildPlaceTerms(trx: Trx): Promise<void> {
  const hits = [...buildHits(await readFacts(trx))].sort((a, b) => collator.compare(a.hit.label, b.hit.label))
  const terms: RankedTerm[] = hits.flatMap(({ terms: own, weight }, hitId) =>
    own.map(({ norm, whole }) => ({ norm, hitId, whole, weight: whole ? weight : weight - laterWord })),
  )
  terms.sort((a, b) => (a.norm < b.norm ? -1 : Number(a.norm > b.norm)))

  for (const table of ['place_prefix', 'place_term', 'place_hit'] as const)
    await trx.deleteFrom(table).execute()
  await insertAll(
    trx,
    'place_hit',
    hits.map(({ hit }, id) => ({ id, ...hit })),
  )
  await insertAll(
    trx,
    'place_term',
    terms.map(({ norm, hitId, whole, weight }) => ({ norm, hit_id: hitId, whole: whole ? 1 : 0, weight })),
  )
  await insertAll(
    trx,
    'place_prefix',
    crowdedPrefixes(terms).map(({ prefix, position, hitId }) => ({ prefix, position, hit_id: hitId })),
  )
}

async function readFacts(trx: Trx): Promise<PlaceFacts> {
  const areas = await trx
    .selectFrom('area')
    .select(['region_key', 'level', 'kind', 'name', 'full_name', 'population', 'ended_by', 'uninhabited'])
    .orderBy('region_key')
    .execute()
  const successions = await trx
    .selectFrom('area_successor')
    .select(['region_key as regionKey', 'successor_key as successorKey', 'share'])
    .execute()
  const places = await trx
    .selectFrom('place')
    .select(['name', 'region_key'])
    .distinct()
    .orderBy('name')
    .orderBy('region_key')
    .execute()
  const postcodes = await trx.selectFrom('postcode_area').select(['postcode', 'region_key']).execute()
  return { areas, successions, places, postcodes }
}
