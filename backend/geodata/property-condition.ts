import type { Field } from './collection.ts'
import type { Condition } from './selected-features.ts'

/** The value of a property as a query names it; undefined where the text is none of its type. */
function readValue(type: Field['type'], text: string): string | number | boolean | undefined {
  if (type === 'boolean') return ['true', 'false'].includes(text) ? text === 'true' : undefined
  if (type !== 'number' && type !== 'integer') return text
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}

/** Features whose properties have exactly these values (OGC API Features Part 1, 7.15.5); a name where a value is not of its type. */
export function propertyCondition(
  wanted: readonly (readonly [field: Field, text: string])[],
): Condition | { readonly unusable: string } | undefined {
  if (wanted.length === 0) return undefined
  const values: (readonly [name: string, value: unknown])[] = []
  for (const [{ name, type }, text] of wanted) {
    const value = readValue(type, text)
    if (value === undefined) return { unusable: name }
    values.push([name, value])
  }
  return {
    needsGeometry: false,
    holds: ({ properties }) => values.every(([name, value]) => properties[name] === value),
  }
}

/** What fulfils every one of them. */
export function allOf(conditions: readonly Condition[]): Condition | undefined {
  const [first, ...others] = conditions
  if (!first || others.length === 0) return first
  return {
    box: conditions.find(({ box }) => box)?.box,
    needsGeometry: conditions.some(({ needsGeometry }) => needsGeometry),
    holds: (feature) => conditions.every(({ holds }) => holds(feature)),
  }
}
