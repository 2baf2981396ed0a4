import { textOf, type XzufiElement } from '../import/index.ts'
import { toRecord, UnitFile } from './unit-file.ts'
import type { UnitRecord } from './unit-record.ts'

/**
 * XZuFi has no fields for tiers, areas that a unit administers, hours of exceptions and the like. What we export says them in
 * an element of our own namespace beside XZuFi's, in our own format, so that nothing is lost on the way back.
 */
export const ownElement = '{urn:amtsweg}einheit'

/** What a unit of ours says besides; identifiers and parent are XZuFi's to say. */
export const OwnUnit = UnitFile.omit({ parentId: true, identifiers: true })

/** The unit as it was exported from an Amtsweg; undefined where it was not, or not soundly. */
export function ownUnit(
  element: XzufiElement | undefined,
): Omit<UnitRecord, 'id' | 'identifiers' | 'parentId'> | undefined {
  const parsed = OwnUnit.safeParse(jsonIn(textOf(element) ?? ''))
  return parsed.success ? toRecord({ ...parsed.data, identifiers: [] }, 0) : undefined
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
