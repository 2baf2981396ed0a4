import { crs84, systemOfCode } from '../geometry/reference-system.ts'
import { transformer } from '../geometry/transform.ts'
import type { FieldType } from './collection.ts'
import type { ForeignCollection } from './foreign-collection.ts'
import { fieldsIn, noteFields } from './foreign-feature.ts'
import { type ForeignFeature, type PageRest, readForeignPage, systemOfPage } from './foreign-page.ts'
import { type ForeignAnswer, harvestOf, type HarvestParts } from './harvest-parts.ts'
import { HarvestError } from './harvest-words.ts'
import { appendToCopy, beginCopy, idsAmong, isBeingCopied } from './repository-copies.ts'
import { changeHarvest, nothingRead } from './repository-harvests.ts'
import { discardVersion, placed, toRow } from './repository-versions.ts'
import type { GeoHarvestRow } from './tables.ts'

/** Features per transaction. */
const batch = 500
/** Pages without a new feature in a row, after which nobody believes that there are more. */
const mostEmpty = 20
const mostPages = 200_000
/** Of one copy. */
export const mostFeatures = 10_000_000

/** What was read does not belong together. */
export class Changed extends Error {
  override name = 'Changed'
}

/** Throws away what was read so far; nobody has seen it. */
export async function beginAnew(parts: HarvestParts): Promise<void> {
  const { inTransaction, id } = parts
  // Told first: killed in the middle, nobody goes on with half of it.
  await inTransaction((trx) =>
    changeHarvest(trx, id, { step: 'discarding', since: null, published_id: null }),
  )
  await discardRead(parts)
}

/** The same, and the place in the feed stays. */
export async function discardRead(parts: HarvestParts): Promise<void> {
  const { inTransaction, id } = parts
  const { version_id, since, fields, types, storage } = await harvestOf(parts)
  if (version_id !== null) await discardVersion(inTransaction, version_id)
  const kept = since === null ? {} : { fields, types, storage }
  await inTransaction((trx) => changeHarvest(trx, id, { ...nothingRead, ...kept }))
}

/**
 * Reads everything into a version aside, page by page, from where it has come to. Gives where the feed goes on behind it, undefined for
 * who has none. Throws Changed where it has to be begun anew, HarvestError where that would not help.
 */
export async function readWhole(parts: HarvestParts, source: ForeignCollection): Promise<string | undefined> {
  await beginOrGoOn(parts, source)
  for (let empty = 0; ;) {
    const harvest = await harvestOf(parts)
    const { place, node } = harvest
    if (place === null) return harvest.since ?? undefined
    if (harvest.read_pages > mostPages || harvest.read_count > mostFeatures)
      throw new HarvestError('too-large')
    const answer = await parts.ask(place, harvest.token)
    if (answer === 'gone') throw new Changed()
    if (harvest.read_bytes + answer.bytes > parts.longest) throw new HarvestError('too-large')
    const { rest, fresh } = await readPage(parts, harvest, answer)
    empty = fresh > 0 ? 0 : empty + 1
    if (empty > mostEmpty || (rest.next === place && !rest.complete)) throw new HarvestError('endless')
    parts.onProgress(`${(await harvestOf(parts)).read_count} features have come`)
    if (source.changes === undefined) {
      if (rest.next === undefined) return undefined
    } else {
      mustBeNode(parts, rest, node)
      if (rest.kind !== 'whole' || rest.next === undefined) throw new HarvestError('malformed')
      if (rest.complete) return rest.next
    }
  }
}

/** A feed is of the node it was of before, and not of this one. */
export function mustBeNode({ node: own }: HarvestParts, { node }: PageRest, before: string | null): void {
  if (node === undefined) throw new HarvestError('malformed')
  if (node === own) throw new HarvestError('own-node')
  if (before !== null && before !== node) throw new Changed()
}

async function beginOrGoOn(parts: HarvestParts, source: ForeignCollection): Promise<void> {
  const { db, id, inTransaction } = parts
  const harvest = await harvestOf(parts)
  const { step, version_id, stamp } = harvest
  if (step === 'whole' && version_id !== null && (await isBeingCopied(db, version_id))) {
    // A feed reads one version to its end; pages of others may be of two.
    if (source.changes !== undefined || stamp === source.stamp) return
    throw new Changed()
  }
  if (version_id !== null) throw new Changed()
  await inTransaction(async (trx) => {
    const version = await beginCopy(trx, {
      ...{ collectionId: harvest.collection_id, source: harvest.url, createdBy: 'harvest', at: parts.now() },
    })
    await changeHarvest(trx, id, {
      ...{ ...nothingRead, step: 'whole', version_id: version, stamp: source.stamp, node: null },
      place: firstPage(source),
    })
  })
}

/** Features that are asked for at a time; servers may give less. */
const perPage = '1000'

function firstPage({ items, changes, system }: ForeignCollection): string {
  const address = new URL(changes ?? items)
  address.searchParams.set('limit', perPage)
  if (system !== crs84) address.searchParams.set('crs', system.uri)
  return address.href
}

async function readPage(parts: HarvestParts, harvest: GeoHarvestRow, answer: ForeignAnswer) {
  const { id, inTransaction, now } = parts
  const system = systemOfPage(answer)
  if (harvest.storage !== null && harvest.storage !== system.code) throw new Changed()
  const version = harvest.version_id ?? 0
  const fields = new Map(Object.entries(JSON.parse(harvest.fields) as Record<string, FieldType | null>))
  const types = new Set(JSON.parse(harvest.types) as string[])
  const count = harvest.read_count
  const toLonLat = transformer(system, crs84)
  let some: ForeignFeature[] = []
  let [fresh, last] = [harvest.place_done, harvest.place_done]
  const flush = async (rest?: PageRest) => {
    const taken = some
    some = []
    const progress = {
      ...{ fields: JSON.stringify(Object.fromEntries(fields)), types: JSON.stringify([...types]) },
      ...{ storage: system.code, read_count: count + last - harvest.place_done },
    }
    await inTransaction(async (trx) => {
      const known = await idsAmong(
        trx,
        version,
        taken.map((one) => one.id),
      )
      const unique = withoutTwins(taken, known)
      fresh += unique.length
      const rows = unique.map((one) => toRow(version, placed(one, toLonLat)))
      await appendToCopy(trx, version, rows, now())
      await changeHarvest(trx, id, {
        ...progress,
        ...(rest ? placeBehind(harvest, rest, answer.bytes) : { place_done: last }),
      })
    })
  }
  const rest = await readForeignPage(answer, harvest.place_done, async (feature, position) => {
    noteFields(fields, feature.properties)
    if (feature.geometry) types.add(feature.geometry.type)
    some.push(feature)
    last = position
    if (some.length === batch) await flush()
  })
  if (harvest.matched !== null && rest.numberMatched !== undefined && rest.numberMatched !== harvest.matched)
    throw new Changed()
  await flush(rest)
  return { rest, fresh }
}

const placeBehind = (harvest: GeoHarvestRow, rest: PageRest, bytes: number) => ({
  // Where a feed has told everything, its next place is one among changes.
  ...(rest.complete ? { place: null, since: rest.next ?? null } : { place: rest.next ?? null }),
  ...{ place_done: 0, matched: rest.numberMatched ?? harvest.matched },
  ...{ read_pages: harvest.read_pages + 1, read_bytes: harvest.read_bytes + bytes },
  ...(rest.node ? { node: rest.node } : {}),
})

/** An id is one feature's; what has none and is the same counts once. */
function withoutTwins(
  features: readonly ForeignFeature[],
  known: ReadonlySet<string>,
): readonly ForeignFeature[] {
  const seen = new Set(known)
  return features.filter(({ id, named }) => {
    if (named && seen.has(id)) throw new HarvestError('duplicate-ids')
    return seen.size < seen.add(id).size
  })
}

/** Whether all has come that should, and nothing has changed meanwhile; `again` is the collection as it is now. */
export async function mustBeAll(parts: HarvestParts, again: ForeignCollection): Promise<void> {
  const { stamp, matched, read_count } = await harvestOf(parts)
  if (stamp !== again.stamp) throw new Changed()
  if (matched !== null && matched !== read_count) throw new HarvestError('incomplete')
}

/** What a version of a copy is known by at its end. */
export function knownOf({ storage, fields, types }: GeoHarvestRow) {
  const kinds = new Map(Object.entries(JSON.parse(fields) as Record<string, FieldType | null>))
  return {
    storage: systemOfCode(storage ?? '') ?? crs84,
    fields: fieldsIn(kinds),
    types: (JSON.parse(types) as string[]).toSorted(),
  }
}
