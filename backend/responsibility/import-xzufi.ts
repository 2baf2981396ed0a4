import { projectUnits } from '../directory/index.ts'
import {
  type ImportContext,
  ImportError,
  type ImportFile,
  type ImportProfile,
  readXzufi,
  recordXzufi,
  type XzufiIdentifier,
} from '../import/index.ts'
import { gemeindenByAgs, regionOfCode } from '../places/index.ts'
import {
  projectServices,
  refusedXzufi,
  type RegionOf,
  unknownIn,
  xzufiReferences,
} from '../services/index.ts'
import { projectResponsibilities } from './import-xzufi-responsibilities.ts'

const summary = 'Services, units, responsibilities, online services and forms in XZuFi 2.2 or 2.3.1'

/** Where XZuFi comes from unless the file or the command line says more. */
const source = { id: 'xzufi', name: 'XZuFi', invented: false }

/**
 * One XZuFi file for all domains. A file with deletions is a delta; one without is the whole of its source, and what it does
 * not name any more is deleted.
 */
export const xzufiProfile: ImportProfile = {
  name: 'xzufi',
  summary: `${summary}; without deletions it is the whole of its source`,
  touches: ['directory', 'services', 'responsibility'],
  source,
  describe: sourceOf,
  run: (file, context) => importXzufi(file, context, (deletions) => deletions === 0),
}

/** A delta that happens to hold no deletions must not be taken for the whole. */
export const xzufiChangesProfile: ImportProfile = {
  ...xzufiProfile,
  name: 'xzufi-changes',
  summary: `${summary}; changes only, what it does not name stays`,
  run: (file, context) => importXzufi(file, context, () => false),
}

/** Who sent the file, and its day. */
async function sourceOf(file: ImportFile) {
  const { records } = await readXzufi(file.chunks())
  for await (const record of records) {
    if (!('header' in record)) return {}
    const { sender, createdAt } = record.header
    const asOf = /^\d{4}-\d{2}-\d{2}/.exec(createdAt ?? '')?.[0]
    return {
      ...(sender ? { name: sender.slice(0, 200), publisher: sender.slice(0, 200) } : {}),
      ...(asOf ? { asOf } : {}),
    }
  }
  return {}
}

async function importXzufi(
  file: ImportFile,
  context: ImportContext,
  isWhole: (deletions: number) => boolean,
): Promise<void> {
  refuseOtherSender(context)
  const { tenant } = context
  const regionOf = await regionReader(context)
  const { version, records, unknown } = await readXzufi(file.chunks())
  const recorder = recordXzufi(context, version, xzufiReferences)
  let deletions = 0
  for await (const record of records)
    if ('message' in record) {
      context.count('read')
      const { action, kind, element } = record.message
      const refused = tenant && (await refusedXzufi(context.trx, record.message, tenant, regionOf))
      if (refused) {
        const { reason, ...fault } = refused
        context.reject(record.message.line, reason, record.message.identifier?.value, fault)
      } else if (action === 'delete') deletions += 1
      else
        for (const path of unknownIn(kind, version, element))
          context.note(`Unknown element ${path}, kept but not shown`)
      if (!refused) await recorder.take(record.message)
    }
  for (const name of unknown.keys()) context.note(`Element ${name} beside the messages, left out`)
  if (isWhole(deletions)) await recorder.deleteUnseen()
  else await recorder.flush()
  await projectUnits(context, recorder.lineOf)
  await projectServices(context, { regionOf, lineOf: recorder.lineOf })
  await projectResponsibilities(context, regionOf)
}

/** Two senders under one source would delete each other's objects. */
function refuseOtherSender({ previous, source }: ImportContext): void {
  if (previous && previous.name !== source.name)
    throw new ImportError(
      `The source ${source.id} came from "${previous.name}" so far, this file comes from "${source.name}". Give it a source of its own with --source <id>, or the name of before with --source-name.`,
    )
}

async function regionReader(context: ImportContext): Promise<RegionOf> {
  const gemeinden = await gemeindenByAgs(context.trx)
  return ({ schemeId, value }: XzufiIdentifier) => {
    const region = /plz|postleitzahl/i.test(schemeId)
      ? undefined
      : regionOfCode(value, (ags) => gemeinden.get(ags))
    if (region === undefined) context.note('Area that no region key names')
    return region
  }
}
