import { type ImportProfile, jsonRecords } from '../import/index.ts'
import { writeServices } from './import-records.ts'
import { ServiceFile, toRecord } from './service-file.ts'
import { ownTexts } from './sources.ts'

export const servicesProfile: ImportProfile = {
  name: 'services',
  summary: 'Service descriptions as JSON in the format of Amtsweg',
  touches: ['services'],
  source: ownTexts,
  run: async (file, context) => {
    const records = jsonRecords(file.json(), ServiceFile, context).map(({ line, value }) =>
      toRecord(value, line),
    )
    await writeServices(context, records, file.stem)
  },
}
