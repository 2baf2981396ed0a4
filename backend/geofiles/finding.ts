import { type FaultCode, severityOf, wordsOf } from './check-words.ts'

export type { FaultCode } from './check-words.ts'

/** An error keeps a file from being published; a warning wants to be read; a note tells what was done. */
export type Severity = 'error' | 'warning' | 'note'

/** What a sentence tells besides its code: names of layers and fields, numbers, the system that would fit. */
export type FaultDetail = Readonly<Record<string, string | number>>

/** Something wrong, as the place that sees it tells it. */
export interface Fault {
  readonly code: FaultCode
  readonly detail?: FaultDetail
}

/** Something found in a file, as a person is told. */
export interface Finding {
  readonly code: FaultCode
  readonly severity: Severity
  /** How many objects, or 1 where it concerns the file. */
  readonly count: number
  /** The first objects it concerns, from 1; empty where it concerns the file. */
  readonly positions: readonly number[]
  /** German: what it is and what to do. */
  readonly words: string
  readonly detail: FaultDetail
}

export const toFinding = (
  { code, detail = {} }: Fault,
  count = 1,
  positions: readonly number[] = [],
): Finding => ({
  code,
  severity: severityOf(code),
  count,
  positions,
  words: wordsOf(code, detail, count),
  detail,
})

/** A file that cannot be read, or not any further. */
export class GeofileError extends Error {
  override readonly name = 'GeofileError'
  readonly fault: Fault

  constructor(code: FaultCode, detail: FaultDetail = {}, cause?: unknown) {
    super(code, { cause })
    this.fault = { code, detail }
  }
}
