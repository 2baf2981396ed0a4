import type { Value } from './values.ts'

/** True, false, or null: nobody knows, as something is missing (NULL). */
export type Test = Value<boolean>

/** False if one is false, else unknown if one is. */
export const all =
  (tests: readonly Test[]): Test =>
  (feature) => {
    let result: boolean | null = true
    for (const test of tests) {
      const one = test(feature)
      if (one === false) return false
      if (one === null) result = null
    }
    return result
  }

/** True if one is true, else unknown if one is. */
export const some =
  (tests: readonly Test[]): Test =>
  (feature) => {
    let result: boolean | null = false
    for (const test of tests) {
      const one = test(feature)
      if (one === true) return true
      if (one === null) result = null
    }
    return result
  }

export const not =
  (test: Test): Test =>
  (feature) => {
    const result = test(feature)
    return result === null ? null : !result
  }

/** Unknown if one of two is, else what the test says of them. */
export const both =
  <Item>(a: Value<Item>, b: Value<Item>, test: (a: Item, b: Item) => boolean | null): Test =>
  (feature) => {
    const one = a(feature)
    if (one === null) return null
    const other = b(feature)
    return other === null ? null : test(one, other)
  }
