import { type ImportFile, type ImportProfile, jsonRecords } from '../import/index.ts'
import { writeUnits } from './import-records.ts'
import { inventedUnits, realBodies } from './sources.ts'
import { toRecord, UnitFile } from './unit-file.ts'

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
  summary: 'Units (offices) as JSON in the format of Amtsweg',
  touches: ['directory'],
  source: inventedUnits,
  describe: (file) => (isReal(file) ? realBodies : {}),
  run: async (file, context) => {
    const records = jsonRecords(file.json(), UnitFile, context).map(({ line, value }) =>
      toRecord(value, line),
    )
    await writeUnits(context, records, file.stem)
  },
}
