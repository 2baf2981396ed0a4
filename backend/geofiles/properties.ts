import type { PropertyValue } from './geofile.ts'

/** What somebody's JSON holds, as flat values. What is nested becomes JSON text. */
export function flatProperties(value: unknown): {
  readonly properties: Readonly<Record<string, PropertyValue>>
  readonly nested: boolean
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { properties: {}, nested: false }
  let nested = false
  const flat = (one: unknown): PropertyValue => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one
    if (typeof one === 'number') return Number.isFinite(one) ? one : null
    nested = true
    return JSON.stringify(one)
  }
  // fromEntries, not assignment: a property may be called __proto__.
  const properties = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, flat(one)]))
  return { properties, nested }
}
