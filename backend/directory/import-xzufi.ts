import { type ImportContext, xzufiChanges, xzufiRecords } from '../import/index.ts'
import { writeSomeUnits } from './import-some.ts'
import { unitOf } from './xzufi-unit.ts'

const page = 100

/** XZuFi does not say which area a unit is for; who sends it as an authority means its own, and administers nobody else's. */
const at = ({ tenant }: ImportContext) => (tenant ? { regionKey: tenant.regionKey, general: false } : {})

/** Makes the units equal to the Organisationseinheiten that an import of XZuFi wrote or deleted. */
export async function projectUnits(
  context: ImportContext,
  lineOf: (kind: string, id: string) => number,
): Promise<void> {
  const { trx, now } = context
  for (let last = ''; ;) {
    const changes = await xzufiChanges(trx, 'organisationseinheit', now, last, page)
    const end = changes.at(-1)
    if (!end) return
    const gone = changes.filter(({ deleted }) => deleted === 1).map(({ id }) => id)
    if (gone.length > 0) await trx.deleteFrom('unit').where('id', 'in', gone).execute()
    const records = await xzufiRecords(
      trx,
      'organisationseinheit',
      changes.map(({ id }) => id),
    )
    await writeSomeUnits(
      context,
      records.map(({ kind, id, element, identifier, sourceId }) => ({
        record: { ...unitOf(element, identifier), ...at(context), line: lineOf(kind, id) },
        sourceId,
      })),
    )
    last = end.id
  }
}
