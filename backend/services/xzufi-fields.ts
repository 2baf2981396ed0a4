import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One field of XZuFi and what becomes of it: shown to readers, used to decide something, or only kept for the next export. */
export interface XzufiField {
  /** Type that has the field; 220 or 231 at its end where the versions differ. */
  readonly type: string
  /** Name in the published list of fields; `(values)` for a code list. */
  readonly field: string
  /** Name of the element; `@` begins an attribute, `#text` is the text of the type itself. */
  readonly element: string
  /** Types of what it holds. */
  readonly of: readonly string[]
  readonly treatment: 'shown' | 'used' | 'kept'
  /** Column or part of a service it goes to, or why it goes nowhere. */
  readonly where: string
}

/** Every field of the types that are reachable from Leistung 2.2 and 2.3.1, as a table beside this file. */
export const xzufiFields: readonly XzufiField[] = readFileSync(
  join(import.meta.dirname, 'xzufi-fields.csv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [type = '', field = '', element = '', of = '', treatment = '', where = ''] = line.split(',')
    return {
      type,
      field,
      element,
      of: of ? of.split('|') : [],
      treatment: treatment as XzufiField['treatment'],
      where,
    }
  })

export type ElementsOfType = ReadonlyMap<string, readonly string[]>

/** Types of each element by its name in small letters, for each type. */
export const elementsByType: ReadonlyMap<string, ElementsOfType> = new Map(
  [...Map.groupBy(xzufiFields, ({ type }) => type)].map(([type, fields]) => [
    type,
    new Map(
      fields
        .filter(({ element }) => /^[a-z]/i.test(element) && !element.includes('@'))
        .map(({ element, of }) => [element.toLowerCase(), of]),
    ),
  ]),
)
