import type { Tally } from './check-tally.ts'
import type { FieldType, PropertyValue } from './geofile.ts'

/** What was found in one property over all objects. */
export interface FieldReport {
  readonly name: string
  /** `text` where values differ in kind. */
  readonly type: FieldType
  /** Objects in which it says nothing. */
  readonly nulls: number
  readonly mixed: boolean
}

/** More is no table that anybody reads, and a hostile file may name a new one in each object. */
const most = 500

/** Parameters of our interface (OGC API Features Part 1 to 3) and members of its answers. */
const reserved = new Set([
  ...['bbox', 'bbox-crs', 'crs', 'cursor', 'datetime', 'f', 'filter', 'filter-crs', 'filter-lang'],
  ...['geometry', 'lang', 'limit', 'offset', 'properties', 'q', 'sortby', 'startindex'],
])

/** What a property is called where it tells of persons, and what its values look like. */
const personal: readonly (readonly [what: string, name: RegExp, value?: RegExp])[] = [
  ['E-Mail-Adressen', /e-?mail/i, /^[^\s@]{1,64}@[^\s@]{1,200}\.[a-z]{2,}$/i],
  [
    'Telefonnummern',
    /telefon|phone|handy|(^|_)(tel|mobil|fax)(\W|_|\d|nr|$)/i,
    /^(?=.*[ /+-])(\+49|0)[\d ()/-]{6,20}$/,
  ],
  ['Geburtsdaten', /geburt|geb_?dat|birth/i],
  ['Namen von Personen', /vorname|nachname|familienname|first_?name|last_?name|ansprechpartner/i],
  ['Bankverbindungen', /(^|_)(iban|kontonr|konto_?nummer)/i, /^DE\d{2}[ \d]{18,22}$/],
]
/** So many of the texts have to look like it. */
const share = 0.5

interface Seen {
  readonly kinds: Map<FieldType, number>
  readonly looks: number[]
  values: number
}

export interface FieldCheck {
  readonly see: (properties: Readonly<Record<string, PropertyValue>>) => void
  readonly report: (count: number, tally: Tally) => readonly FieldReport[]
}

export function createFieldCheck(): FieldCheck {
  const fields = new Map<string, Seen>()
  let tooMany = false
  return {
    see: (properties) => {
      for (const [name, value] of Object.entries(properties)) {
        const seen = fields.get(name) ?? { kinds: new Map(), looks: personal.map(() => 0), values: 0 }
        if (!fields.has(name)) {
          tooMany ||= fields.size >= most
          if (tooMany) return
          fields.set(name, seen)
        }
        note(seen, value)
      }
    },
    report: (count, tally) => {
      if (tooMany) tally.add({ code: 'fields-too-many', detail: { most } })
      return [...fields].map(([name, seen]) => {
        const kinds = [...seen.kinds.keys()]
        const type = typeFor(kinds)
        if (type === undefined)
          tally.add({ code: 'field-mixed', detail: { field: name, types: kinds.map(germanName).join(', ') } })
        if (seen.values === 0) tally.add({ code: 'field-empty', detail: { field: name } })
        if (reserved.has(name.toLowerCase())) tally.add({ code: 'field-reserved', detail: { field: name } })
        const suspect = personal.find(
          ([, pattern], index) =>
            seen.values > 0 && (pattern.test(name) || (seen.looks[index] ?? 0) > seen.values * share),
        )
        if (suspect) tally.add({ code: 'field-personal', detail: { field: name, what: suspect[0] } })
        return { name, type: type ?? 'text', nulls: count - seen.values, mixed: type === undefined }
      })
    },
  }
}

function note(seen: Seen, value: PropertyValue): void {
  if (value === null || value === '') return
  seen.values += 1
  const kind = kindOf(value)
  seen.kinds.set(kind, (seen.kinds.get(kind) ?? 0) + 1)
  if (typeof value !== 'string' || value.length > 300) return
  for (const [index, [, , look]] of personal.entries())
    if (look?.test(value)) seen.looks[index] = (seen.looks[index] ?? 0) + 1
}

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const dateTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

function kindOf(value: string | number | boolean): FieldType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'number'
  if (value.length < 10 || value.length > 40) return 'text'
  if (date.test(value)) return 'date'
  return dateTime.test(value) ? 'date-time' : 'text'
}

/** Nothing where they do not go together. */
function typeFor(kinds: readonly FieldType[]): FieldType | undefined {
  const [only = 'text'] = kinds
  if (kinds.length <= 1) return only
  if (kinds.every((kind) => kind === 'integer' || kind === 'number')) return 'number'
  return kinds.every((kind) => kind === 'text' || kind.startsWith('date')) ? 'text' : undefined
}

const german: Readonly<Record<FieldType, string>> = {
  text: 'Text',
  integer: 'ganze Zahl',
  number: 'Zahl',
  boolean: 'ja/nein',
  date: 'Datum',
  'date-time': 'Zeitpunkt',
}
const germanName = (kind: FieldType) => german[kind]
