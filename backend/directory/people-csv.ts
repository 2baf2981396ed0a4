import { Naming, PersonEdit } from '@amtsweg/contract'
import { csvCell, type Fault, readTextTable, type TextTable } from '../import/index.ts'
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
          code: 'field-missing',
          field: missing.map((column) => names[column][0]).join(', '),
          reason: `The columns ${missing.map((column) => names[column][0]).join(', ')} are missing`,
        },
      ],
    }
  for (const { line, cells } of rows) {
    const cell = (column: Column) => cells[places.get(column) ?? -1] ?? ''
    keys.add(keyIn(cell))
    const made =
      cells.length > header.length
        ? flaw('There are more cells than columns', 'unreadable')
        : personIn(cell, { unitOf, today })
    const double = 'reason' in made ? undefined : lines.get(made.key)
    if ('reason' in made) rejected.push({ line, ...made })
    else if (double)
      rejected.push({ line, ...flaw(`The key of line ${double} stands here again`, 'duplicate', 'key') })
    else {
      lines.set(made.key, line)
      people.push({ line, ...made })
    }
  }
  return { people, rejected, unknown, delimiter, keys }
}

/** Why a row cannot be taken. */
type Flaw = Fault & { readonly reason: string }
const flaw = (reason: string, code: NonNullable<Fault['code']>, column?: Column): Flaw => ({
  ...{ reason, code },
  ...(column ? { field: names[column][0] } : {}),
})

/** What a row tells, or why it cannot be taken. */
function personIn(
  cell: (column: Column) => string,
  { unitOf, today }: Parameters<typeof readPeopleCsv>[1],
): Omit<GivenPerson, 'line'> | Flaw {
  const key = keyIn(cell)
  if (key === '')
    return flaw('Neither a key nor a mail address tells this person from others', 'field-missing', 'key')
  const unit = unitOf(cell('unit'))
  if (unit === undefined)
    return flaw(
      `There is no office "${cell('unit').slice(0, 80)}" of this authority`,
      cell('unit') ? 'unit-unknown' : 'field-missing',
      'unit',
    )
  const contacts = (['phone', 'fax', 'email'] as const).flatMap((kind) =>
    cell(kind) ? [{ kind, value: cell(kind) }] : [],
  )
  const unusable = contacts.find((contact) => !isUsable(contact))
  if (unusable) return flaw(`The ${unusable.kind} cannot be used`, 'field-invalid', unusable.kind)
  const naming = cell('consent') ? consentIn(cell('consent'), today) : undefined
  if (typeof naming === 'string') return flaw(naming, 'field-invalid', 'consent')
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
    const column = columnOf(String(issue?.path[0] ?? ''))
    const code = column && cell(column) === '' ? 'field-missing' : 'field-invalid'
    return flaw(`${column ? names[column][0] : 'The row'}: ${issue?.message}`, code, column)
  }
  return { key, person: read.data, ...(naming ? { naming } : {}) }
}

const keyIn = (cell: (column: Column) => string) => (cell('key') || cell('email').toLowerCase()).slice(0, 200)

const optional = (field: string, value: string) => (value ? { [field]: value } : {})

const columnOf = (field: string): Column | undefined =>
  field === 'functions' ? 'function' : columns.find((column) => column === field)

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
