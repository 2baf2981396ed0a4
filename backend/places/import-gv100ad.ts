import { type ImportContext, ImportError, type ImportFile, type ImportProfile } from '../import/index.ts'
import { readRecord, recordDate, recordLength, type RegisterArea } from './gv100ad.ts'
import { syncRows } from './import-sync.ts'
import { regionsAround } from './region-key.ts'

/** The register of all Gemeinden, Verbaende, Kreise and Laender of Germany. */
export const gv100ad: ImportProfile = {
  name: 'gv100ad',
  summary: 'Register of Gemeinden (Destatis GV100AD, fixed width, UTF-8): areas of all levels',
  touches: ['places'],
  source: {
    id: 'destatis-gv100ad',
    name: 'Gemeindeverzeichnis-Informationssystem GV100AD',
    publisher: 'Statistisches Bundesamt (Destatis)',
    licence: 'Vervielfältigung und Verbreitung mit Quellenangabe gestattet',
    url: 'https://www.destatis.de/gemeindeverzeichnis',
    attribution: '© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis',
    invented: false,
  },
  describe: (file) => {
    const asOf = recordDate(file.text().slice(0, recordLength))
    if (!asOf) throw new ImportError('gv100ad: the first record has no date')
    return { asOf }
  },
  async run(file, context) {
    const areas = readAreas(file, context)
    checkComplete(areas)
    await syncRows(context, {
      table: 'area',
      keys: ['region_key'],
      rows: toRows(areas, context.source.id),
      scope: (row) => String(row['region_key']).slice(0, 2),
      foreign: 'take',
      vanish: (keys) => endAreas(context, keys.flat() as string[]),
    })
  },
}

function readAreas(file: ImportFile, { count }: ImportContext): readonly RegisterArea[] {
  return file.lines().flatMap((line, index) => {
    if (line.length !== recordLength || !/^[1-6]0\d{10}/.test(line))
      throw new ImportError(`gv100ad: line ${index + 1} is no record of ${recordLength} characters`)
    count('read')
    return readRecord(line) ?? []
  })
}

/** A file cut between two records shows in Laender that are missing, or in areas that nothing lies in. */
function checkComplete(areas: readonly RegisterArea[]): void {
  const laender = areas.filter((area) => area.level === 'land').length
  if (laender !== 1 && laender !== 16)
    throw new ImportError(`gv100ad: holds ${laender} Länder, not one or all 16, as if it were cut off`)
  const filled = new Set(
    areas.filter((area) => area.level === 'gemeinde').flatMap((area) => regionsAround(area.regionKey)),
  )
  const empty = areas.find((area) => !filled.has(area.regionKey))
  if (empty)
    throw new ImportError(
      `gv100ad: no Gemeinde lies in ${empty.fullName} (${empty.regionKey}), as if the file were cut off`,
    )
}

function toRows(areas: readonly RegisterArea[], sourceId: string) {
  const known = new Set(areas.map((area) => area.regionKey))
  const population = new Map<string, number>()
  const inhabited = new Set<string>()
  const gemeinden = areas.filter((area) => area.level === 'gemeinde')
  for (const { regionKey, population: people = 0, uninhabited } of gemeinden) {
    for (const region of regionsAround(regionKey)) {
      population.set(region, (population.get(region) ?? 0) + people)
      if (!uninhabited) inhabited.add(region)
    }
  }
  return areas.map((area) => ({
    region_key: area.regionKey,
    level: area.level,
    kind: area.kind,
    name: area.name,
    full_name: area.fullName,
    ags: area.ags ?? null,
    parent_key:
      regionsAround(area.regionKey)
        .slice(1)
        .find((region) => known.has(region)) ?? null,
    population: population.get(area.regionKey) ?? 0,
    seat: area.seat ?? null,
    seat_postcode: area.seatPostcode ?? null,
    ended_after: null,
    ended_by: null,
    uninhabited: inhabited.has(area.regionKey) ? 0 : 1,
    source_id: sourceId,
  }))
}

/** An area the register no longer lists has not gone: it ended between the two days of record, and its key keeps its meaning. */
async function endAreas({ trx, source, previous }: ImportContext, keys: readonly string[]): Promise<void> {
  if (keys.length > 0 && previous?.asOf === source.asOf)
    throw new ImportError(
      `gv100ad: of the same day ${source.asOf} there were ${keys.length} areas more, first ${keys[0]}: the file looks cut off`,
    )
  for (const key of keys)
    await trx
      .updateTable('area')
      .set({ ended_after: previous?.asOf ?? null, ended_by: source.asOf ?? null })
      .where('region_key', '=', key)
      .execute()
}
