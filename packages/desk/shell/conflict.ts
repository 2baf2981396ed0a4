/** A field of a form, as a value that JSON can say. */
export type Fields = Readonly<Record<string, unknown>>

/** Two changes of the same thing, put together as far as they do not contradict each other. */
export interface Merge<Values extends Fields> {
  /** Mine, with what only others have changed. */
  readonly merged: Values
  /** Fields that both have changed, each to something else. */
  readonly contested: readonly (keyof Values & string)[]
}

/**
 * What I typed and what somebody else has saved meanwhile, both of which began from `base`. A contested field keeps mine until
 * somebody chooses.
 */
export function mergeChanges<Values extends Fields>(
  base: Values,
  mine: Values,
  theirs: Values,
): Merge<Values> {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const isTheirs = names.filter((name) => same(mine[name], base[name]))
  const contested = names.filter(
    (name) =>
      !same(mine[name], base[name]) && !same(theirs[name], base[name]) && !same(mine[name], theirs[name]),
  )
  const taken = isTheirs.map((name) => [name, theirs[name]])
  return { merged: { ...mine, ...Object.fromEntries(taken) } as Values, contested }
}

/** By what JSON says of them, whatever the order of the keys. */
const same = (one: unknown, other: unknown) => told(one) === told(other)
const told = (value: unknown) => JSON.stringify(value, sorted) ?? ''
const sorted = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
