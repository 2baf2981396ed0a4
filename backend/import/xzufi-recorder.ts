import { hash } from 'node:crypto'
import { insertAll } from './insert.ts'
import type { ImportContext } from './profile.ts'
import type { XzufiRecordTable, XzufiReferenceTable } from './tables.ts'
import type { XzufiElement } from './xzufi-element.ts'
import { idOf, type XzufiIdentifier } from './xzufi-identifier.ts'
import type { XzufiMessage } from './xzufi-message.ts'

/** What an object of a kind speaks of, as far as others are shown differently because of it. */
export type ReferencesOf = (kind: string, element: XzufiElement) => readonly XzufiReference[]
export type XzufiReference = readonly [role: XzufiReferenceTable['role'], target: XzufiIdentifier]

interface Pending extends XzufiMessage {
  readonly id: string
  readonly identifier: XzufiIdentifier
}

/** Messages are written in stretches: few statements, little memory. */
const stretch = 200

/** Keeps the objects of an XZuFi file as they come; a later message about an object counts, not an earlier one. */
export function recordXzufi(context: ImportContext, version: string, referencesOf: ReferencesOf) {
  const { trx, source, now } = context
  /** Line of each object the file writes. */
  const seen = new Map<string, number>()
  const pending = new Map<string, Pending>()

  const flush = async () => {
    const messages = [...pending.values()]
    pending.clear()
    if (messages.length === 0) return
    const present = await presentRecords(context, messages)
    const owned = messages.filter((message) => isOurs(message, present, context))
    await deleteRecords(context, owned, present)
    await writeRecords(owned, present)
  }

  const writeRecords = async (messages: readonly Pending[], present: ReadonlyMap<string, Present>) => {
    const changed = messages.flatMap((message) => {
      if (message.action === 'delete') return []
      const known = present.get(keyOf(message))
      const row = rowOf(message)
      return known && known.deleted === 0 && known.fingerprint === row.fingerprint ? [] : [{ message, row }]
    })
    if (changed.length === 0) return
    const rows = changed.map(({ row }) => row)
    // References hang on their record; written anew, they are right again.
    for (const ids of byKind(rows))
      await trx.deleteFrom('xzufi_record').where('kind', '=', ids.kind).where('id', 'in', ids.ids).execute()
    await insertAll(trx, 'xzufi_record', rows)
    await insertAll(trx, 'xzufi_reference', changed.flatMap(referenceRows))
    context.count('written', rows.length)
  }

  const rowOf = ({ kind, id, identifier, element }: Pending): XzufiRecordTable => {
    const content = JSON.stringify(element)
    return {
      kind,
      id,
      scheme_agency_id: identifier.schemeAgencyId,
      scheme_id: identifier.schemeId,
      value: identifier.value,
      version,
      content,
      fingerprint: hash('sha1', version + content, 'base64url'),
      changed_at: now,
      deleted: 0,
      source_id: source.id,
    }
  }

  const referenceRows = ({ message: { kind, id, element } }: { message: Pending }): XzufiReferenceTable[] => {
    const targets = referencesOf(kind, element).map(([role, target]) => [role, idOf(target)] as const)
    const unique = new Map(targets.map(([role, target]) => [`${role} ${target}`, { role, target }]))
    return [...unique.values()].map(({ role, target }) => ({ kind, id, role, target_id: target }))
  }

  return {
    async take(message: XzufiMessage): Promise<void> {
      const { identifier, kind, action, fault = 'has no identifier' } = message
      if (!identifier) return context.reject(message.line, `The ${kind || 'object'} ${fault}`)
      const one = { ...message, identifier, id: idOf(identifier) }
      const key = keyOf(one)
      if (action === 'write' && seen.has(key))
        context.note(`${kind} stands in the file more than once; the last one counts`)
      if (action === 'write') seen.set(key, message.line)
      // The order of messages about one object is the order of the file.
      pending.delete(key)
      pending.set(key, one)
      if (pending.size >= stretch) await flush()
    },

    flush,

    /** Where the file writes an object; 0 where it does not. */
    lineOf: (kind: string, id: string): number => seen.get(keyOf({ kind, id })) ?? 0,

    /** What the source held and the file does not write any more is deleted: the file was the whole. */
    async deleteUnseen(): Promise<void> {
      await flush()
      const gone: RecordKey[] = []
      let held = 0
      for await (const record of heldRecords(context)) {
        held += 1
        if (!seen.has(keyOf(record))) gone.push(record)
      }
      context.guardDeletions(held, gone.length)
      await markDeleted(context, gone)
    },
  }
}

interface RecordKey {
  readonly kind: string
  readonly id: string
}
type Present = Pick<XzufiRecordTable, 'kind' | 'id' | 'source_id' | 'fingerprint' | 'deleted'>

const keyOf = ({ kind, id }: RecordKey): string => `${kind} ${id}`

async function presentRecords(
  { trx }: ImportContext,
  messages: readonly Pending[],
): Promise<ReadonlyMap<string, Present>> {
  const found = new Map<string, Present>()
  for (const { kind, ids } of byKind(messages)) {
    const rows = await trx
      .selectFrom('xzufi_record')
      .select(['kind', 'id', 'source_id', 'fingerprint', 'deleted'])
      .where('kind', '=', kind)
      .where('id', 'in', ids)
      .execute()
    for (const row of rows) found.set(keyOf(row), row)
  }
  return found
}

/** Two sources may speak of one object; the first to write it keeps it until it deletes it. */
function isOurs(message: Pending, present: ReadonlyMap<string, Present>, context: ImportContext): boolean {
  const known = present.get(keyOf(message))
  if (!known || known.deleted === 1 || known.source_id === context.source.id) return true
  const { kind, identifier } = message
  context.reject(message.line, `The ${kind} ${identifier.value} belongs to the source ${known.source_id}`)
  return false
}

async function deleteRecords(
  context: ImportContext,
  messages: readonly Pending[],
  present: ReadonlyMap<string, Present>,
): Promise<void> {
  const known = messages
    .filter(({ action }) => action === 'delete')
    .filter((message) => {
      const isKnown = present.get(keyOf(message))?.deleted === 0
      // Publishers keep announcing deletions long after the objects are gone; that harms nobody.
      if (!isKnown) context.note(`Deletion of a ${message.kind || 'object'} that is not there`)
      return isKnown
    })
  await markDeleted(context, known)
}

/** Every living record of the source, a page at a time. */
async function* heldRecords({ trx, source }: ImportContext): AsyncGenerator<RecordKey> {
  const kinds = await trx.selectFrom('xzufi_record').select('kind').distinct().execute()
  for (const { kind } of kinds)
    for (let last = ''; ;) {
      const page = await trx
        .selectFrom('xzufi_record')
        .select(['kind', 'id'])
        .where('kind', '=', kind)
        .where('id', '>', last)
        .where('source_id', '=', source.id)
        .where('deleted', '=', 0)
        .orderBy('id')
        .limit(5_000)
        .execute()
      yield* page
      const end = page.at(-1)
      if (!end) break
      last = end.id
    }
}

async function markDeleted({ trx, now, count }: ImportContext, records: readonly RecordKey[]): Promise<void> {
  for (let from = 0; from < records.length; from += stretch)
    for (const { kind, ids } of byKind(records.slice(from, from + stretch)))
      await trx
        .updateTable('xzufi_record')
        .set({ deleted: 1, content: '', fingerprint: '', changed_at: now })
        .where('kind', '=', kind)
        .where('id', 'in', ids)
        .execute()
  count('deleted', records.length)
}

const byKind = (records: readonly RecordKey[]) =>
  [...Map.groupBy(records, ({ kind }) => kind)].map(([kind, some]) => ({
    kind,
    ids: some.map(({ id }) => id),
  }))
