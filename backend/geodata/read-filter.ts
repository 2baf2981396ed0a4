import {
  boxOf,
  compile,
  type Fields,
  fieldsOf,
  type FieldType,
  inSystem,
  parseJson,
  parseText,
} from '../filter/index.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import type { Collection, Field } from './collection.ts'
import type { Condition } from './selected-features.ts'

interface Options {
  readonly lang: 'cql2-text' | 'cql2-json'
  /** System of the coordinates in the filter. */
  readonly crs: ReferenceSystem
  readonly collection: Collection
}

const typeOf: Readonly<Record<Field['type'], FieldType>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  date: 'date',
  'date-time': 'timestamp',
}

/** Name of the geometry in filters and queryables. */
export const geometryName = 'geometry'

/** A filter in CQL2 as a condition on features of a collection, or why it is none: an English sentence. */
export async function readFilter(
  filter: string,
  { lang, crs, collection }: Options,
): Promise<Condition | string> {
  const parsed = lang === 'cql2-text' ? parseText(filter) : parseJson(filter)
  if ('fault' in parsed) return wordsOf(parsed.fault)
  const placed = inSystem(parsed.tree, crs, crs84)
  if ('fault' in placed) return wordsOf(placed.fault)
  const { tree } = placed
  const fields: Fields = new Map<string, FieldType>([
    ...collection.version.fields.map(({ name, type }) => [name, typeOf[type]] as const),
    [geometryName, 'geometry'],
  ])
  const compiled = await compile(tree, fields)
  if ('fault' in compiled) return wordsOf(compiled.fault)
  return {
    box: boxOf(tree),
    needsGeometry: fieldsOf(tree).includes(geometryName),
    holds: compiled.matches,
  }
}

const wordsOf = ({ message, at }: { readonly message: string; readonly at?: number | string }): string =>
  at === undefined ? message : `${message} (at ${at})`
