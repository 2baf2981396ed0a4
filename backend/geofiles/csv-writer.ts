import { csvCell } from '../import/index.ts'
import type { PropertyValue } from './geofile.ts'
import { toWkt } from './wkt.ts'
import { columnsFor, columnValue, type Features, type WriteAbout } from './written.ts'

/**
 * CSV (RFC 4180) in UTF-8 with its mark, without which Excel takes umlauts for others. Points stand in two columns, everything else as
 * well-known text; the names of these columns tell the system. What a spreadsheet would work out as a formula is kept text.
 */
export async function* csvText(
  features: Features,
  { fields, system, types }: WriteAbout,
): AsyncGenerator<string, void> {
  const points = types?.length === 1 && types[0] === 'Point'
  const names = coordinateNames(system.code, system.unit === 'degree', points)
  const columns = columnsFor(fields, names)
  yield `\ufeff${[...columns.map(({ name }) => csvCell(name)), ...names].join(',')}\r\n`
  for await (const feature of features) {
    const cells = columns.map((column) => cellOf(columnValue(feature, column)))
    const { geometry } = feature
    if (points) {
      const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : []
      cells.push(cellOf(x ?? null), cellOf(y ?? null))
    } else cells.push(geometry ? csvCell(toWkt(geometry)) : '')
    yield `${cells.join(',')}\r\n`
  }
}

/** A minus in front of a number is no formula. */
const cellOf = (value: PropertyValue): string => (typeof value === 'number' ? String(value) : csvCell(value))

function coordinateNames(code: string, degrees: boolean, points: boolean): readonly string[] {
  const number = code === 'CRS84' ? '4326' : code
  if (!points) return [`wkt_${number}`]
  return degrees && number === '4326' ? ['lon', 'lat'] : [`ostwert_${number}`, `nordwert_${number}`]
}
