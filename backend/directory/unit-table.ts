import { hash } from 'node:crypto'
import type { z } from 'zod'
import { type ImportFile, readTable } from '../import/index.ts'
import { hoursOfText } from './hours-of-text.ts'
import type { UnitFile } from './unit-file.ts'

const days = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const
const columns = {
  id: ['Kennung', 'id'],
  name: ['Name', 'Bezeichnung', 'Stelle'],
  parentId: ['Übergeordnet', 'gehört zu', 'parentId'],
  street: ['Straße', 'Strasse', 'street'],
  houseNumber: ['Hausnummer', 'Nr', 'Nr.', 'houseNumber'],
  addition: ['Zusatz', 'Raum', 'addition'],
  postcode: ['PLZ', 'Postleitzahl', 'postcode'],
  city: ['Ort', 'city'],
  phone: ['Telefon', 'phone'],
  fax: ['Fax', 'Telefax'],
  email: ['E-Mail', 'Email', 'Mail'],
  website: ['Webseite', 'Website', 'Internet'],
  regionKey: ['Regionalschlüssel', 'Schlüssel', 'ARS', 'regionKey'],
  description: ['Beschreibung', 'Aufgaben', 'description'],
  montag: ['Montag', 'Mo'],
  dienstag: ['Dienstag', 'Di'],
  mittwoch: ['Mittwoch', 'Mi'],
  donnerstag: ['Donnerstag', 'Do'],
  freitag: ['Freitag', 'Fr'],
  samstag: ['Samstag', 'Sa'],
  sonntag: ['Sonntag', 'So'],
} as const

/** A record of our own format as a table tells it, not checked yet, and the line it stands on. */
export interface TableRecord {
  readonly line: number
  readonly value: unknown
}

/** Offices from a table of a spreadsheet, one a line; `area` is where one is that does not say so. */
export async function unitTable(file: ImportFile, area: string): Promise<readonly TableRecord[]> {
  const rows = await readTable(file, columns, ['name'])
  return rows.map(({ line, value }) => ({ line, value: unitIn(value, area) }))
}

function unitIn(row: Readonly<Record<keyof typeof columns, string>>, area: string): z.input<typeof UnitFile> {
  const said = <Name extends string>(name: Name, text: string) =>
    (text === '' ? {} : { [name]: text }) as { [Key in Name]?: string }
  const address = {
    ...said('street', row.street),
    ...said('houseNumber', row.houseNumber),
    ...said('addition', row.addition),
    ...said('postcode', row.postcode),
    ...said('city', row.city),
  }
  const contacts = (['phone', 'fax', 'email', 'website'] as const).flatMap((kind) =>
    row[kind] === '' ? [] : [{ kind, value: row[kind] }],
  )
  const byDay = Object.fromEntries(
    days.map((day) => [day, row[day.toLowerCase() as 'montag']]).filter(([, text]) => text !== ''),
  ) as Record<string, string>
  const hours = hoursOfText(byDay)
  return {
    id: row.id || idOf(row.name, area),
    tier: area.length <= 5 ? 'county' : 'municipal',
    regionKey: row.regionKey || area,
    ...said('parentId', row.parentId),
    names: { de: row.name },
    ...(row.description ? { descriptions: { de: row.description } } : {}),
    addresses: Object.keys(address).length > 0 ? [{ kind: 'visitor', ...address }] : [],
    contacts,
    ...(hours ? { hours } : {}),
  }
}

/** The same name in the same area is the same office, so that a table can be sent again. */
function idOf(name: string, area: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
  return `${area}-${words}-${hash('sha1', name, 'hex').slice(0, 6)}`
}
