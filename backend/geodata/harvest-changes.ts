import { crs84 } from '../geometry/reference-system.ts'
import { transformer } from '../geometry/transform.ts'
import type { FieldType } from './collection.ts'
import { noteFields } from './foreign-feature.ts'
import { readForeignPage, systemOfPage } from './foreign-page.ts'
import { harvestOf, type HarvestParts } from './harvest-parts.ts'
import { Changed, mostFeatures, mustBeNode } from './harvest-whole.ts'
import { HarvestError } from './harvest-words.ts'
import {
  beginCopy,
  countStaged,
  isBeingCopied,
  isWhole,
  stageChanges,
  takePut,
  takeUnchanged,
} from './repository-copies.ts'
import { changeHarvest, nothingRead } from './repository-harvests.ts'
import { placed, toRow } from './repository-versions.ts'

/** Features per transaction. */
const batch = 500
/** Pages that tell nothing, in a row. */
const mostEmpty = 20

/**
 * Lays aside what has changed at another node since the last version of the copy; whether there is anything. Throws Changed where the
 * feed cannot be gone on with.
 */
export async function readChanges(parts: HarvestParts): Promise<boolean> {
  const { db, id, inTransaction } = parts
  // What visits before have laid aside counts too.
  if ((await countStaged(db, id)) > mostFeatures) throw new HarvestError('too-large')
  for (let [empty, bytes] = [0, 0]; ;) {
    const harvest = await harvestOf(parts)
    const { since, published_id, node, token, storage } = harvest
    if (since === null || published_id === null || !(await isWhole(db, published_id))) throw new Changed()
    const answer = await parts.ask(since, token)
    if (answer === 'gone') throw new Changed()
    bytes += answer.bytes
    if (bytes > parts.longest) throw new HarvestError('too-large')
    const system = systemOfPage(answer)
    if (storage !== null && storage !== system.code) throw new Changed()
    const toLonLat = transformer(system, crs84)
    const fields = new Map(Object.entries(JSON.parse(harvest.fields) as Record<string, FieldType | null>))
    const types = new Set(JSON.parse(harvest.types) as string[])
    let some: [string, string | null][] = []
    let told = 0
    const rest = await readForeignPage(answer, 0, async (feature) => {
      noteFields(fields, feature.properties)
      if (feature.geometry) types.add(feature.geometry.type)
      const row = toRow(0, placed(feature, toLonLat))
      some.push([feature.id, JSON.stringify(row)])
      told += 1
      if (some.length < batch) return
      const full = some
      some = []
      await inTransaction((trx) => stageChanges(trx, id, full))
    })
    mustBeNode(parts, rest, node)
    const { next, gone, complete } = rest
    if (rest.kind !== 'changes' || next === undefined) throw new HarvestError('malformed')
    told += gone.length
    empty = told === 0 ? empty + 1 : 0
    if (!complete && (empty > mostEmpty || next === since)) throw new HarvestError('endless')
    await inTransaction(async (trx) => {
      await stageChanges(trx, id, [...some, ...gone.map((one) => [one, null] as const)])
      await changeHarvest(trx, id, {
        ...{
          since: next,
          fields: JSON.stringify(Object.fromEntries(fields)),
          types: JSON.stringify([...types]),
        },
      })
    })
    if (complete) return (await countStaged(db, id)) > 0
  }
}

/** Makes a version of the last one and of what lies aside, piece by piece, from where it has come to. */
export async function mergeChanges(parts: HarvestParts): Promise<void> {
  const { db, id, inTransaction } = parts
  const before = await harvestOf(parts)
  if (before.step !== 'merging')
    await inTransaction(async (trx) => {
      const { collection_id, url } = before
      const version = await beginCopy(trx, {
        ...{ collectionId: collection_id, source: url, createdBy: 'harvest', at: parts.now() },
      })
      await changeHarvest(trx, id, { step: 'merging', version_id: version, merged_after: 0 })
    })
  const { version_id: to, published_id: from, merged_after } = await harvestOf(parts)
  if (to === null || from === null || !(await isWhole(db, from)) || !(await isBeingCopied(db, to)))
    throw new Changed()
  // Once the first of what was put is in its place, nothing tells any more that the old one shall not come.
  for (let after: number | undefined = merged_after; after !== undefined && after >= 0;)
    after = await inTransaction(async (trx) => {
      const last = await takeUnchanged(trx, { from, to, harvestId: id, after: after ?? 0 })
      await changeHarvest(trx, id, { merged_after: last ?? merged })
      return last
    })
  while ((await inTransaction((trx) => takePut(trx, id, to))) > 0);
}

/** All of the old version is taken over. */
const merged = -1

/** What is kept from one version of a copy to the next, for who follows a feed. */
export const keptForChanges = ({ fields, types, storage }: Awaited<ReturnType<typeof harvestOf>>) => ({
  ...nothingRead,
  ...{ fields, types, storage },
})
