import { createReadStream } from 'node:fs'
import { ImportError, type XmlElement, type XmlOptions, xmlRecords, type XmlStart } from '../import/index.ts'
import { type FaultDetail, GeofileError } from './finding.ts'

export type { XmlElement } from '../import/index.ts'

/** A recorded day on a bicycle has 100,000 points of three elements, the outline of a plan some megabytes of numbers in one. */
const limits = {
  recordLength: 64 * 1024 ** 2,
  elementsPerRecord: 1_000_000,
  textLength: 32 * 1024 ** 2,
}

type IsRecord = NonNullable<XmlOptions['isRecord']>

/** The first element of an XML file. Throws GeofileError. */
export async function xmlRoot(path: string): Promise<XmlStart> {
  try {
    const { root, records } = await open(path, () => false)
    await records[Symbol.asyncIterator]().return?.()
    return root
  } catch (cause) {
    throw faultOf(cause)
  }
}

/** The elements that are asked for, one at a time. Document types and what they could pull in are refused. Throws GeofileError. */
export async function* xmlElements(path: string, isRecord: IsRecord): AsyncGenerator<XmlElement, void> {
  try {
    yield* (await open(path, isRecord)).records
  } catch (cause) {
    throw faultOf(cause)
  }
}

const open = (path: string, isRecord: IsRecord) => xmlRecords(createReadStream(path), { isRecord, limits })

function faultOf(cause: unknown): unknown {
  if (!(cause instanceof ImportError)) return cause
  const detail: FaultDetail = cause.line === undefined ? {} : { line: cause.line }
  if (/DOCTYPE|inside one another|attribute|a name is/.test(cause.message))
    return new GeofileError('xml-refused', detail, cause)
  if (/too many|too long|too much|larger than|longer than/.test(cause.message))
    return new GeofileError('object-too-large', { megabytes: limits.recordLength / 1024 ** 2 }, cause)
  return new GeofileError('xml-broken', detail, cause)
}

export const child = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((one) => one.name === name)

export const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((one) => one.name === name)

/** The text of a child; nothing where it is missing or blank. */
export const textIn = (element: XmlElement, name: string): string | undefined =>
  child(element, name)?.text.trim() || undefined

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A number as XML has them (xs:double, but for infinity): of no other base; NaN where it is none. */
export const numberIn = (text: string): number => (decimal.test(text.trim()) ? Number(text) : NaN)

/** Numbers with white space between; nothing where one is none. */
export function numbersIn(text: string): number[] | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const numbers = trimmed.split(/\s+/).map(numberIn)
  return numbers.every(Number.isFinite) ? numbers : undefined
}
