import {
  type ImportContext,
  type ImportFile,
  type ImportProfile,
  isJson,
  jsonRecords,
  tableRecords,
} from '../import/index.ts'
import { writeUnits } from './import-records.ts'
import { inventedUnits, realBodies } from './sources.ts'
import { toRecord, UnitFile } from './unit-file.ts'
import type { UnitRecord } from './unit-record.ts'
import { unitTable } from './unit-table.ts'

/** Whether a file names real bodies only; then it is no demo data. */
function isReal(file: ImportFile): boolean {
  const records = file.json()
  return (
    Array.isArray(records) &&
    records.every((one) => (one as { invented?: unknown } | null)?.invented !== true)
  )
}

export const unitsProfile: ImportProfile = {
  name: 'units',
  summary: 'Units (offices) as JSON in the format of Amtsweg; of an authority as CSV, too',
  touches: ['directory'],
  source: inventedUnits,
  describe: (file) => (isReal(file) ? realBodies : {}),
  run: async (file, context) => {
    const { tenant } = context
    const isTable = tenant && !(await isJson(file))
    const read = isTable
      ? tableRecords(await unitTable(file, tenant.regionKey), UnitFile, context)
      : jsonRecords(file.json(), UnitFile, context)
    const records = read.map(({ line, value }) => toRecord(value, line))
    await writeUnits(context, tenant ? await own(context, records) : records, tenant ? '' : file.stem)
  },
}

/** Those that stand in the area of the authority that sent them: by their own region, and by the body they are a part of. */
async function own(
  { trx, tenant, reject }: ImportContext,
  records: readonly UnitRecord[],
): Promise<readonly UnitRecord[]> {
  const rows = await trx.selectFrom('unit').select(['id', 'region_key', 'parent_id']).execute()
  const places = new Map(rows.map((row) => [row.id, { region: row.region_key, parent: row.parent_id }]))
  for (const { id, regionKey, parentId } of records)
    places.set(id, { region: regionKey ?? null, parent: parentId ?? null })
  const regionOf = (id: string | null | undefined, steps = 0): string | null => {
    const place = id && steps < 10 ? places.get(id) : undefined
    return place ? (place.region ?? regionOf(place.parent, steps + 1)) : null
  }
  return records.filter((record) => {
    const regions = [regionOf(record.id), ...(record.parentId ? [regionOf(record.parentId)] : [])]
    const isOwn = regions.every((region) => region !== null && tenant?.owns(region))
    if (!isOwn)
      reject(record.line, 'It stands in the area of another authority', record.name, { code: 'not-yours' })
    return isOwn
  })
}
