import { type Operator, operators } from './syntax.ts'

/** Operators that are written as functions. */
export const callable: ReadonlyMap<string, Operator> = new Map(
  [...operators]
    .filter(([name]) => /^[ast]_|^casei$|^accenti$/.test(name))
    .map(([name, op]) => [name.toUpperCase(), op]),
)

/** Words that an identifier without quotes cannot be. */
export const reserved: ReadonlySet<string> = new Set([
  ...callable.keys(),
  ...['AND', 'BBOX', 'BETWEEN', 'DATE', 'DIV', 'FALSE', 'GEOMETRYCOLLECTION', 'IN', 'INTERVAL', 'IS', 'LIKE'],
  ...['LINESTRING', 'MULTILINESTRING', 'MULTIPOINT', 'MULTIPOLYGON', 'NOT', 'NULL', 'OR', 'POINT', 'POLYGON'],
  ...['TIMESTAMP', 'TRUE'],
])
