import { type CsvRow, type ImportContext, type ImportProfile, readCsv } from '../import/index.ts'
import { withoutDesignation } from './designation.ts'
import { type Gemeinden, loadGemeinden } from './import-gemeinden.ts'
import { ownAreas } from './import-own-sources.ts'
import { syncRows } from './import-sync.ts'
import { agsOf, arsOf } from './region-key.ts'

/** One line of either file: an area ended in an interval, and this is what a share of it became. */
interface Change {
  readonly regionKey: string
  readonly name: string
  readonly endedAfter: string
  readonly endedBy: string
  readonly successorKey: string
  readonly share: number
}

/** Mergers as they can be told from two maps: the day lies between the two dates of record. */
export const areaChanges: ImportProfile = {
  name: 'area-changes',
  summary: 'Dissolved Gemeinden and successors (CSV with ags_2016, name_2016, ags_2021, anteil_punkte)',
  touches: ['places'],
  source: {
    id: 'bkg-area-changes-2016-2021',
    name: 'Gebietsänderungen 2016 bis 2021, aus VG250 2016 und VG5000 2021 abgeleitet',
    publisher: 'Amtsweg, nach Daten des Bundesamts für Kartographie und Geodäsie',
    licence: 'Datenlizenz Deutschland Namensnennung 2.0',
    licenceUrl: 'https://www.govdata.de/dl-de/by-2-0',
    attribution: '© GeoBasis-DE / BKG 2016, 2021 (Daten verändert)',
    asOf: '2021-01-01',
    invented: false,
  },
  run: (file, context) =>
    importChanges(
      readCsv(file, ['ags_2016', 'name_2016', 'ags_2021', 'anteil_punkte']),
      context,
      ({ value }, gemeinden) => {
        const { ags_2016: ags = '', ags_2021: successorAgs = '' } = value
        const successor = gemeinden.find(successorAgs)
        if (!/^\d{8}$/.test(ags)) return `"${ags}" is no AGS of eight digits`
        if (!successor) return `The successor ${successorAgs} is no Gemeinde of the register`
        const known = gemeinden.find(ags)
        return {
          // Without an old map the old Verband is unknown: that of the successor is the best guess; the AGS leads here too.
          regionKey: known?.regionKey ?? arsOf(ags, successor.regionKey.slice(5, 9)),
          name: value['name_2016'] ?? '',
          endedAfter: '2016-01-01',
          endedBy: '2021-01-01',
          successorKey: successor.regionKey,
          share: Number(value['anteil_punkte']),
        }
      },
    ),
}

/** The same in our own format, with whole keys and any dates. */
export const areaSuccessors: ImportProfile = {
  name: 'area-successors',
  summary:
    'Dissolved areas in our own format (CSV with region_key, name, ended_after, ended_by, successor_key, share)',
  touches: ['places'],
  source: ownAreas,
  run: (file, context) =>
    importChanges(
      readCsv(file, ['region_key', 'name', 'ended_after', 'ended_by', 'successor_key', 'share']),
      context,
      ({ value }, gemeinden) => {
        const { region_key: key = '', successor_key: successorKey = '', ended_by: endedBy = '' } = value
        if (!/^\d{12}$/.test(key)) return `"${key}" is no ARS of twelve digits`
        if (!gemeinden.find(successorKey))
          return `The successor ${successorKey} is no Gemeinde of the register`
        return {
          regionKey: key,
          name: value['name'] ?? '',
          endedAfter: value['ended_after'] ?? '',
          endedBy,
          successorKey,
          share: Number(value['share']),
        }
      },
    ),
}

async function importChanges(
  records: readonly CsvRow[],
  context: ImportContext,
  read: (row: CsvRow, gemeinden: Gemeinden) => Change | string,
): Promise<void> {
  const gemeinden = await loadGemeinden(context.trx)
  const changes: Change[] = []
  for (const row of records) {
    context.count('read')
    const change = read(row, gemeinden)
    const fault = typeof change === 'string' ? change : faultOf(change, gemeinden)
    if (fault) context.reject(row.line, fault, Object.values(row.value).join(','))
    else changes.push(change as Change)
  }
  await endAreas(context, changes)
  await forgetAreas(context, changes)
  await syncRows(context, {
    table: 'area_successor',
    keys: ['region_key', 'successor_key'],
    rows: changes.map(({ regionKey, successorKey, share }) => ({
      region_key: regionKey,
      successor_key: successorKey,
      share,
      source_id: context.source.id,
    })),
    scope: () => '',
    foreign: 'take',
  })
}

function faultOf(change: Change, gemeinden: Gemeinden): string | undefined {
  const { regionKey, name, endedAfter, endedBy, successorKey, share } = change
  const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
  if (!name) return 'A dissolved area needs its name'
  if (!isDate(endedBy) || (endedAfter && !isDate(endedAfter)))
    return 'The interval in which it ended is no two dates'
  if (!(share > 0 && share <= 1)) return 'The share is not above 0 and at most 1'
  if (regionKey === successorKey) return 'An area cannot succeed itself'
  const known = gemeinden.find(regionKey)
  if (known && !known.dissolved && (known.asOf ?? '') >= endedBy)
    return `The register of ${known.asOf} still lists ${known.name} (${regionKey})`
  return undefined
}

/** Dissolved Gemeinden as areas: known ones get the interval, unknown ones are added. */
async function endAreas({ trx, source }: ImportContext, changes: readonly Change[]): Promise<void> {
  for (const { regionKey, name, endedAfter, endedBy } of changes) {
    const ended = { ended_after: endedAfter || null, ended_by: endedBy }
    await trx
      .insertInto('area')
      .values({
        region_key: regionKey,
        level: 'gemeinde',
        kind: /, Stadt/.test(name) ? 'stadt' : 'gemeinde',
        name: withoutDesignation(name),
        full_name: name,
        ags: agsOf(regionKey),
        parent_key: null,
        ...ended,
        uninhabited: 0,
        source_id: source.id,
      })
      .onConflict((conflict) => conflict.column('region_key').doUpdateSet(ended))
      .execute()
  }
}

/** Areas known from an earlier state of the file alone. */
async function forgetAreas({ trx, source }: ImportContext, changes: readonly Change[]): Promise<void> {
  const listed = new Set(changes.map((change) => change.regionKey))
  const own = await trx
    .selectFrom('area')
    .select('region_key')
    .where('source_id', '=', source.id)
    .where('ended_by', 'is not', null)
    .execute()
  for (const { region_key } of own.filter((row) => !listed.has(row.region_key)))
    await trx.deleteFrom('area').where('region_key', '=', region_key).execute()
}
