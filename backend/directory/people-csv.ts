import { Naming, PersonEdit } from '@amtsweg/contract'
import { csvCell, readTextTable, type TextTable } from '../import/index.ts'
import { foldName } from '../places/index.ts'
import { isUsable } from './contacts.ts'
import type { GivenPerson, RejectedPerson } from './people-import.ts'

/** Columns by what they are called in lists of German and English offices; the first is how an export calls it. */
const names = {
  key: ['Kennung', 'Personalnummer', 'Schlüssel', 'Nr', 'Key', 'ID', 'Employee number'],
  honorific: ['Titel', 'Akademischer Titel', 'Honorific', 'Academic title'],
  givenName: ['Vorname', 'Given name', 'First name'],
  familyName: ['Nachname', 'Name', 'Familienname', 'Family name', 'Last name', 'Surname'],
  function: ['Funktion', 'Aufgabe', 'Tätigkeit', 'Function', 'Role', 'Job title'],
  unit: [
    'Stelle',
    'Amt',
    'Dienststelle',
    'Organisationseinheit',
    'Abteilung',
    'Unit',
    'Office',
    'Department',
  ],
  topics: ['Themen', 'Zuständig für', 'Aufgaben', 'Stichwörter', 'Topics', 'Responsible for'],
  phone: ['Telefon', 'Tel', 'Durchwahl', 'Phone', 'Telephone'],
  fax: ['Fax', 'Telefax'],
  email: ['E-Mail', 'Mail', 'E-Mail-Adresse'],
  room: ['Raum', 'Zimmer', 'Room'],
  consent: ['Einwilligung am', 'Einwilligung', 'Consent', 'Consent since'],
} as const satisfies Record<string, readonly string[]>
type Column = keyof typeof names
const columns = Object.keys(names) as Column[]
const headers = new Map(
  columns.flatMap((column) => names[column].map((name) => [foldName(name), column] as const)),
)

/** What a CSV came to; `unknown` are columns that nobody reads. */
export interface PeopleCsv extends Pick<TextTable, 'delimiter'> {
  readonly people: readonly GivenPerson[]
  readonly rejected: readonly RejectedPerson[]
  readonly unknown: readonly string[]
  /** Of everybody who stands there, those left out as well. */
  readonly keys: ReadonlySet<string>
}

/**
 * Reads a list of people. `unitOf` gives the id of the office that a cell names, `today` is the ISO date in Germany. Throws ImportError
 * where it is no table or lacks a column; what is wrong with one row leaves out that row, with its line and the reason.
 */
export function readPeopleCsv(
  bytes: Uint8Array,
  { unitOf, today }: { readonly unitOf: (cell: string) => string | undefined; readonly today: string },
): PeopleCsv {
  const { header, rows, delimiter } = readTextTable(bytes)
  const places = new Map<Column, number>()
  const unknown = header.filter((name, index) => {
    const column = headers.get(foldName(name))
    if (column && !places.has(column)) places.set(column, index)
    return !column && name !== ''
  })
  const people: GivenPerson[] = []
  const rejected: RejectedPerson[] = []
  const lines = new Map<string, number>()
  const keys = new Set<string>()
  const missing = (['familyName', 'function', 'unit'] as const).filter((column) => !places.has(column))
  if (missing.length > 0)
    return {
      ...{ delimiter, people, unknown, keys: new Set() },
      rejected: [
        {
          line: 1,
          reason: `The columns ${missing.map((column) => names[column][0]).join(', ')} are missing`,
        },
      ],
    }
  for (const { line, cells } of rows) {
    const cell = (column: Column) => cells[places.get(column) ?? -1] ?? ''
    keys.add(keyIn(cell))
    const made =
      cells.length > header.length ? 'There are more cells than columns' : personIn(cell, { unitOf, today })
    const double = typeof made === 'string' ? undefined : lines.get(made.key)
    if (typeof made === 'string') rejected.push({ line, reason: made })
    else if (double) rejected.push({ line, reason: `The key of line ${double} stands here again` })
    else {
      lines.set(made.key, line)
      people.push({ line, ...made })
    }
  }
  return { people, rejected, unknown, delimiter, keys }
}

/** What a row tells, or why it cannot be taken. */
function personIn(
  cell: (column: Column) => string,
  { unitOf, today }: Parameters<typeof readPeopleCsv>[1],
): Omit<GivenPerson, 'line'> | string {
  const key = keyIn(cell)
  if (key === '') return 'Neither a key nor a mail address tells this person from others'
  const unit = unitOf(cell('unit'))
  if (unit === undefined) return `There is no office "${cell('unit').slice(0, 80)}" of this authority`
  const contacts = (['phone', 'fax', 'email'] as const).flatMap((kind) =>
    cell(kind) ? [{ kind, value: cell(kind) }] : [],
  )
  const unusable = contacts.find((contact) => !isUsable(contact))
  if (unusable) return `The ${unusable.kind} cannot be used`
  const naming = cell('consent') ? consentIn(cell('consent'), today) : undefined
  if (typeof naming === 'string') return naming
  const read = PersonEdit.safeParse({
    ...optional('honorific', cell('honorific')),
    ...optional('givenName', cell('givenName')),
    familyName: cell('familyName'),
    functions: [{ unitId: unit, names: { de: cell('function') } }],
    topics: cell('topics')
      .split(/[;|\n]/)
      .map((topic) => topic.trim())
      .filter(Boolean),
    contacts,
    ...optional('room', cell('room')),
  })
  if (!read.success) {
    const [issue] = read.error.issues
    return `${fieldIn(String(issue?.path[0] ?? ''))}: ${issue?.message}`
  }
  return { key, person: read.data, ...(naming ? { naming } : {}) }
}

const keyIn = (cell: (column: Column) => string) => (cell('key') || cell('email').toLowerCase()).slice(0, 200)

const optional = (field: string, value: string) => (value ? { [field]: value } : {})

const fieldIn = (field: string): string =>
  names[(field === 'functions' ? 'function' : field) as Column]?.[0] ?? field

/** A day as spreadsheets write it. */
function consentIn(text: string, today: string): PersonEdit['naming'] | string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const since = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  const naming = Naming.safeParse({ basis: 'consent', since })
  if (!naming.success) return 'The day of the consent is no day such as 2026-11-30 or 30.11.2026'
  return since > today ? 'Nobody can have agreed in the future' : naming.data
}

/** Somebody as a line of the same CSV. */
export interface ExportedPerson {
  readonly key: string
  readonly person: PersonEdit
}

/** People as CSV that can be read again; no cell is ever a formula (ASVS 1.2.10). */
export function peopleCsv(people: readonly ExportedPerson[]): string {
  const lines = people.map(({ key, person }) => {
    const [first] = person.functions
    const contact = (kind: string) => person.contacts.find((one) => one.kind === kind)?.value ?? ''
    const cells: Record<Column, string> = {
      ...{ key, honorific: person.honorific ?? '', givenName: person.givenName ?? '' },
      ...{ familyName: person.familyName, function: first?.names['de'] ?? '', unit: first?.unitId ?? '' },
      ...{ topics: person.topics.join('|'), phone: contact('phone'), fax: contact('fax') },
      ...{ email: contact('email'), room: person.room ?? '' },
      consent: person.naming?.basis === 'consent' ? person.naming.since : '',
    }
    return columns.map((column) => csvCell(cells[column])).join(',')
  })
  return [columns.map((column) => names[column][0]).join(','), ...lines].map((line) => `${line}\r\n`).join('')
}
