import {
  type ImportContext,
  type ImportProfile,
  isJson,
  jsonRecords,
  tableRecords,
  type Tenant,
} from '../import/index.ts'
import { writeServices } from './import-records.ts'
import { describedAbove } from './repository-own-services.ts'
import { ServiceFile, toRecord } from './service-file.ts'
import type { ServiceRecord } from './service-record.ts'
import { serviceTable } from './service-table.ts'
import { ownTexts } from './sources.ts'
import { whyNotDescribed } from './typisierung.ts'

export const servicesProfile: ImportProfile = {
  name: 'services',
  summary: 'Service descriptions as JSON in the format of Amtsweg; of an authority as CSV, too',
  touches: ['services'],
  source: ownTexts,
  run: async (file, context) => {
    const { tenant } = context
    if (tenant) {
      const read = (await isJson(file))
        ? jsonRecords(file.json(), TenantService, context)
        : tableRecords(await serviceTable(file, tenant.regionKey), TenantService, context)
      const records = read.map(({ line, value }) => toRecord(withIdentifier(value, tenant), line))
      return writeServices(context, await own(context, tenant, records))
    }
    const records = jsonRecords(file.json(), ServiceFile, context).map(({ line, value }) =>
      toRecord(value, line),
    )
    await writeServices(context, records, file.stem)
  },
}

/** An authority's editors need not know how services are named elsewhere: theirs are named by their id. */
const TenantService = ServiceFile.omit({ identifier: true })
const withIdentifier = (value: Omit<ServiceFile, 'identifier'>, { source }: Tenant): ServiceFile => ({
  ...value,
  identifier: { schemeAgencyId: source.id, schemeId: 'leistung', value: value.id },
})

/** Addresses below /services that are none of a service. */
const taken = /^(?:(?:leika:)?\d{14}|suggest)$/

/** Those that an authority may describe: in its area, and not reserved to the Land or the Bund. */
async function own(
  { trx, reject }: ImportContext,
  { owns }: Tenant,
  records: readonly ServiceRecord[],
): Promise<readonly ServiceRecord[]> {
  const sound: ServiceRecord[] = []
  for (const record of records) {
    const { id, line, regionKey, leistungsschluessel, furtherKeys = [], titles } = record
    const name = titles['de'] ?? id
    if (taken.test(id))
      reject(line, `The id ${id} leads elsewhere`, name, { code: 'field-invalid', field: 'id' })
    else if (!regionKey || !owns(regionKey))
      reject(line, 'It holds in the area of another authority', name, {
        code: 'not-yours',
        field: 'regionKey',
      })
    else {
      const keys = [...(leistungsschluessel ? [leistungsschluessel] : []), ...furtherKeys]
      const above = await describedAbove(trx, id, keys, regionKey)
      const [reserved] = above.flatMap((text) => whyNotDescribed(text, regionKey) ?? [])
      if (reserved) reject(line, reserved, name, { code: 'reserved', field: 'leistungsschluessel' })
      else sound.push(record)
    }
  }
  return sound
}
