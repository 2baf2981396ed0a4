import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { GeoCollectionEdit, type GeoFileOptions, type GeoReport } from '@amtsweg/contract'
import { findAuthority, recorded, waiting } from './access/index.ts'
import type { Workplace } from './authority-cli.ts'
import {
  collectionState,
  importGeofile,
  type InTransaction,
  keeperOf,
  listAllCollections,
  saveCollection,
} from './geodata/index.ts'
import { ImportError } from './import/index.ts'
import { boxOfRegion } from './places/index.ts'
import { demandFilled, readArguments, UsageError } from './usage-error.ts'

export const geodataHelp = `  amtsweg geodata list
  amtsweg geodata set <collection> --authority <id> --record <json file>   title, licence, source ... as /api/openapi.json has GeoCollectionEdit
  amtsweg geodata import <file> --collection <id> [--publish] [--layer <name>] [--system <EPSG code>] [--swap-axes]
                 [--id-property <name>] [--begins <property>] [--ends <property>]
      checks the file and writes it aside as a version; with --publish readers see it, unless the check found an error`

const one = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const importOptions = {
  ...{ collection: one, layer: one, system: one, 'id-property': one, begins: one, ends: one },
  ...{ publish: flag, 'swap-axes': flag },
} as const

/** Geodata from the command line. */
export async function geodataCommand(args: readonly string[], place: Workplace): Promise<void> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `geodata ${command}`, words })
  if (command === 'list') {
    readArguments(rest, {}, taken(0))
    return list(place)
  }
  if (command === 'set') {
    const { values, positionals } = readArguments(rest, { authority: one, record: one }, taken(1))
    demandFilled(values)
    return set(positionals[0], values, place)
  }
  if (command === 'import') {
    const { values, positionals } = readArguments(rest, importOptions, taken(1))
    demandFilled(values)
    return importFile(positionals[0], values, place)
  }
  throw new UsageError(command ? `There is no command "geodata ${command}".` : 'What about geodata?')
}

async function list({ db, say }: Workplace): Promise<void> {
  const all = await listAllCollections(db)
  if (all.length === 0) return say('There are no collections of geodata.')
  for (const { id, authorityId, title, version, features, audience } of all)
    say(
      `${id}  ${authorityId}  ${audience}  ${version === null ? 'not published' : `version ${version}, ${features} features`}  ${title}`,
    )
}

async function set(
  id: string | undefined,
  { authority, record }: { readonly authority?: string; readonly record?: string },
  { db, say, now }: Workplace,
): Promise<void> {
  if (!id) throw new UsageError('Which collection?')
  if (!authority) throw new UsageError('Which authority keeps it (--authority)?')
  if (!record) throw new UsageError('What is it (--record)?')
  if (!(await findAuthority(db, authority)))
    throw new ImportError(`There is no authority ${authority}: "amtsweg authority list" names all.`)
  const before = await collectionState(db, id)
  const keeper = await keeperOf(db, id)
  if (keeper !== undefined && keeper !== authority)
    throw new ImportError(`The collection ${id} is kept by ${keeper}.`)
  const read = GeoCollectionEdit.safeParse({ version: before.version ?? null, ...readJson(record) })
  if (!read.success)
    throw new ImportError(
      read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    )
  await change({ db, now }, authority, id, read.data)
  say(`The collection ${id} is kept.`)
}

function readJson(path: string): object {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object
  } catch (cause) {
    throw new ImportError(`The file ${path} cannot be read as JSON.`, { cause })
  }
}

/** Writes a collection, and leaves an entry in the trail of changes. */
async function change(
  { db, now }: Pick<Workplace, 'db' | 'now'>,
  authority: string,
  id: string,
  edit: GeoCollectionEdit,
): Promise<void> {
  const at = now().toISOString()
  await recorded(waiting(db), { token: null, authority }, at, async (trx) => {
    const before = await collectionState(trx, id)
    await saveCollection(trx, edit, { id, authorityId: authority, at })
    const after = await collectionState(trx, id)
    const subject = `/geodata/collections/${id}/record`
    return { result: undefined, change: { action: 'geodata.put', subject, before, after } }
  })
}

async function importFile(
  path: string | undefined,
  values: ReturnType<typeof readArguments<typeof importOptions>>['values'],
  { db, say, now }: Workplace,
): Promise<void> {
  const { collection: id } = values
  if (!path) throw new UsageError('Which file of geodata shall be imported?')
  if (!id) throw new UsageError('Into which collection (--collection)?')
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new ImportError(`There is no file ${path}.`)
  const keeper = await keeperOf(db, id)
  if (keeper === undefined)
    throw new ImportError(`There is no collection ${id}: "amtsweg geodata list" names all, "set" makes one.`)
  const authority = await findAuthority(db, keeper)
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-geodata-'))
  const inTransaction: InTransaction = (work) => db.transaction().execute(work)
  try {
    const report = await importGeofile(
      {
        ...{ inTransaction, now: now().toISOString(), createdBy: 'command line', folder },
        town: authority && (await boxOfRegion(db, authority.regionKey)),
        signal: new AbortController().signal,
      },
      path,
      basename(path),
      optionsOf(id, values),
    )
    tell(report, say)
    if (report.version === null)
      throw new ImportError('The file cannot be published; nothing was kept of it.')
    if (!values.publish)
      return say(`It is kept as version ${report.version}; readers do not see it yet (--publish).`)
    const { id: _, ...record } = await collectionState(db, id)
    await change({ db, now }, keeper, id, GeoCollectionEdit.parse({ ...record, version: report.version }))
    say(`Version ${report.version} is published.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function optionsOf(
  collection: string,
  values: ReturnType<typeof readArguments<typeof importOptions>>['values'],
): GeoFileOptions {
  const { layer, system, begins, ends, 'id-property': idProperty, 'swap-axes': swapAxes } = values
  return {
    collection,
    ...(layer ? { layer } : {}),
    ...(system ? { system } : {}),
    ...(swapAxes ? { swapAxes } : {}),
    ...(idProperty ? { idProperty } : {}),
    ...(begins ? { beginsProperty: begins } : {}),
    ...(ends ? { endsProperty: ends } : {}),
  }
}

function tell(
  { format, layer, features, system, suggestions, findings }: GeoReport,
  say: Workplace['say'],
): void {
  say(
    `${format ?? 'Unreadable'}${layer ? `, layer ${layer}` : ''}: ${features} features, system ${system ?? 'unknown'}.`,
  )
  for (const { severity, count, words } of findings) say(`${severity} (${count}): ${words}`)
  if (suggestions.length > 0) say(`These systems would fit better (--system): ${suggestions.join(', ')}.`)
}
