import { ImportError, type ImportFile, type ImportProfile, wholeOf } from '../import/index.ts'
import { germanDayOf } from './local-time.ts'
import { readPeopleCsv } from './people-csv.ts'
import { personIdFrom } from './person-id.ts'
import { applyPeopleImport, planPeopleImport, unitFinder } from './repository-people-import.ts'

/**
 * The list of people that an authority keeps, as its spreadsheet saves it. Real people: it is read on behalf of an authority only, and no reason
 * names anybody.
 */
export const peopleListProfile: ImportProfile = {
  name: 'people',
  summary: 'People of an authority as CSV, on its behalf',
  // Who was written is found at once, and nobody else has changed.
  touches: [],
  source: { id: 'people', name: 'Personen einer Verwaltung', invented: false },
  async run(file: ImportFile, { trx, tenant, now, reject, note, count, guardDeletions }) {
    if (!tenant)
      throw new ImportError('A list of people belongs to an authority: use "amtsweg people import".')
    const at = new Date(now)
    const today = germanDayOf(at)
    const { people, rejected, unknown, keys } = readPeopleCsv(await wholeOf(file), {
      unitOf: await unitFinder(trx, tenant),
      today,
    })
    const [head] = rejected
    if (head?.line === 1) throw new ImportError(`${head.reason}.`, { line: 1 })
    for (const { line, reason, ...fault } of rejected) reject(line, reason, undefined, fault)
    for (const column of unknown) note(`Nobody reads the column ${column.slice(0, 80)}`)
    count('read', people.length + rejected.length)
    const plan = await planPeopleImport(trx, {
      ...{ source: tenant.source.id, origin: 'csv', people, keys },
      ...{ complete: !tenant.keepsRest, guard: guardDeletions },
      newId: (key) => personIdFrom(tenant.seed, key),
    })
    const due = plan.changes.filter(({ kind }) => kind !== 'unchanged')
    const gone = due.filter(({ kind }) => kind === 'withdrawn').length
    count('deleted', gone)
    count('written', due.length - gone)
    await applyPeopleImport(trx, plan, { at, today })
  },
}
