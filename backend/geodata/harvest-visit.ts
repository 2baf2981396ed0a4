import { type Audience, audiences } from './collection.ts'
import { type ForeignCollection, readForeignCollection } from './foreign-collection.ts'
import { keptForChanges, mergeChanges, readChanges } from './harvest-changes.ts'
import { harvestOf, type HarvestParts } from './harvest-parts.ts'
import { beginAnew, Changed, discardRead, knownOf, mustBeAll, readWhole } from './harvest-whole.ts'
import { HarvestError } from './harvest-words.ts'
import { countDifferences } from './repository-changes.ts'
import { endCopy, forgetChangesOf } from './repository-copies.ts'
import { changeHarvest, describeCopy, shownVersion } from './repository-harvests.ts'
import { publishVersion } from './repository-versions.ts'
import type { GeoHarvestRow } from './tables.ts'

/** What a visit has changed. */
export interface Harvested {
  readonly put: number
  readonly gone: number
}

/**
 * Visits another server and brings the copy up to date, from wherever the last visit has come to. Everything is read aside, and readers
 * see it by one step at the end. Throws HarvestError.
 */
export async function visit(parts: HarvestParts): Promise<Harvested> {
  if ((await harvestOf(parts)).step === 'discarding') await discardRead(parts)
  if (await isTakenOff(parts.db, await harvestOf(parts))) return nothing
  for (let tries = 1; ; tries += 1)
    try {
      return await attempt(parts)
    } catch (error) {
      if (error instanceof HarvestError && !passing.has(error.code)) await discardHalf(parts, error.code)
      if (!(error instanceof Changed)) throw error
      await beginAnew(parts)
      if (tries === 2) throw new HarvestError('changed-meanwhile')
    }
}

const nothing: Harvested = { put: 0, gone: 0 }

/** An officer has taken it off: nobody reads it, and only an officer puts it back. */
const isTakenOff = async (db: HarvestParts['db'], { collection_id, changed_at }: GeoHarvestRow) =>
  changed_at !== null && (await shownVersion(db, collection_id)) === null

/** Faults of the moment: what was read until then is good. */
const passing: ReadonlySet<string> = new Set([
  'unreachable',
  'busy',
  'server-error',
  'certificate',
  'not-allowed',
])

/** What comes without end would come again: nothing of it stays, and the next visit begins with the whole. */
const unbounded: ReadonlySet<string> = new Set(['endless', 'too-large'])

async function discardHalf(parts: HarvestParts, code: string): Promise<void> {
  const { step } = await harvestOf(parts)
  if (step === 'idle' && !unbounded.has(code)) return
  await beginAnew(parts)
  await parts.inTransaction((trx) => forgetChangesOf(trx, parts.id))
}

async function attempt(parts: HarvestParts): Promise<Harvested> {
  const harvest = await harvestOf(parts)
  const source = await readSource(parts, harvest)
  const kind = source.changes === undefined ? 'ogc-features' : 'node'
  if (harvest.kind !== null && harvest.kind !== kind) {
    await parts.inTransaction((trx) => changeHarvest(trx, parts.id, { kind }))
    throw new Changed()
  }
  await parts.inTransaction((trx) => changeHarvest(trx, parts.id, { kind }))
  if (source.changes === undefined) {
    await readWhole(parts, source)
    await mustBeAll(parts, await readSource(parts, harvest))
    return publish(parts, source, null)
  }
  const first = await catchUp(parts, source, harvest)
  if (!(await readChanges(parts))) return first ?? tellSame(parts, source)
  await mergeChanges(parts)
  return publish(parts, source, (await harvestOf(parts)).since)
}

/** What another visit has left unfinished, or everything where nothing was read before. */
async function catchUp(
  parts: HarvestParts,
  source: ForeignCollection,
  { step, since }: GeoHarvestRow,
): Promise<Harvested | undefined> {
  if (step === 'merging') {
    await mergeChanges(parts)
    return publish(parts, source, since)
  }
  if (step !== 'whole' && since !== null) return undefined
  if (step !== 'whole') await parts.inTransaction((trx) => forgetChangesOf(trx, parts.id))
  const next = await readWhole(parts, source)
  return publish(parts, source, next ?? null)
}

async function readSource(
  { ask, node }: HarvestParts,
  { url, token, licence }: GeoHarvestRow,
): Promise<ForeignCollection> {
  const answer = await ask(url, token)
  if (answer === 'gone') throw new HarvestError('no-collection')
  let body: unknown
  try {
    for await (const { bytes } of answer.pieces()) body ??= JSON.parse(bytes.toString())
  } catch {
    throw new HarvestError('no-collection')
  }
  const source = readForeignCollection(body, { url: answer.url, etag: answer.etag })
  if (source.originNode === node) throw new HarvestError('own-data')
  if (source.licence === undefined && licence === null) throw new HarvestError('licence-missing')
  return source
}

/** Makes what was read what readers see, and its place in the feed the one to go on from: both or neither. */
async function publish(
  parts: HarvestParts,
  source: ForeignCollection,
  since: string | null,
): Promise<Harvested> {
  const { id, inTransaction } = parts
  const { harvested, isSame } = await inTransaction(async (trx) => {
    const at = parts.now()
    const harvest = await harvestOf({ db: trx, id })
    const { version_id: version } = harvest
    if (version === null) throw new Changed()
    if (await isTakenOff(trx, harvest)) {
      // Meanwhile: what was read goes away, and its place in the feed with it.
      await forgetChangesOf(trx, id)
      await changeHarvest(trx, id, { step: 'discarding', since: null, published_id: null })
      return { harvested: nothing, isSame: true }
    }
    const features = await endCopy(trx, version, { ...knownOf(harvest), at })
    const before = await describe(trx, source, harvest)
    const differing =
      before === null ? { put: features, gone: 0 } : await countDifferences(trx, before, version)
    const same = before !== null && differing.put + differing.gone === 0
    if (!same) await publishVersion(trx, version, at)
    await forgetChangesOf(trx, id)
    await changeHarvest(trx, id, {
      ...keptForChanges(harvest),
      ...{ since, published_id: same ? before : version },
      // What is the same as before goes away again.
      ...(same ? { step: 'discarding', version_id: version } : {}),
      ...(same ? {} : { changed_at: at, put_count: differing.put, gone_count: differing.gone }),
    })
    return { harvested: differing, isSame: same }
  })
  if (isSame) await discardRead(parts)
  return harvested
}

/** Nothing has changed but perhaps what the collection says of itself. */
async function tellSame(parts: HarvestParts, source: ForeignCollection): Promise<Harvested> {
  await parts.inTransaction(async (trx) => {
    const harvest = await harvestOf({ db: trx, id: parts.id })
    await describe(trx, source, harvest)
  })
  return nothing
}

/** Tells whose it is, under which terms, and who may read it; gives the version that readers see. */
async function describe(
  trx: HarvestParts['db'],
  source: ForeignCollection,
  harvest: GeoHarvestRow,
): Promise<number | null> {
  const { title, description, keywords, theme, provider, sourceUri, changed, titleProperty } = source
  const host = new URL(harvest.url).host
  return describeCopy(trx, harvest.collection_id, {
    ...{ title, description, keywords: JSON.stringify(keywords), theme, source_uri: sourceUri },
    ...{ licence: source.licence ?? harvest.licence ?? '', provider: provider ?? harvest.provider ?? host },
    ...{ changed: changed ? 1 : 0, title_property: titleProperty, via: host },
    origin_node: source.originNode ?? harvest.node,
    audience: audienceOf(source.audience, harvest),
  })
}

/** The narrower of what the other server says and what was chosen; what came by a token is for nobody else unless somebody says so. */
export function audienceOf(
  there: Audience | undefined,
  { audience: chosen, token }: Pick<GeoHarvestRow, 'audience' | 'token'>,
): Audience {
  const wanted = audiences.find((one) => one === chosen)
  const said = there ?? (token === null || wanted ? 'public' : 'authority')
  return audiences[Math.max(audiences.indexOf(said), audiences.indexOf(wanted ?? 'public'))] ?? 'authority'
}
