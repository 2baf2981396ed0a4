import type { Position, Tier } from '@amtsweg/contract'
import type { UnitContent } from './unit-content.ts'

/** A unit as an import profile understood it. */
export interface UnitRecord {
  /** Line or position in the file, from 1. */
  readonly line: number
  readonly id: string
  /** German name. */
  readonly name: string
  readonly tier: Tier
  /** The area it is the administration of. */
  readonly regionKey?: string | undefined
  /** It answers for all of its area that nobody else does. */
  readonly general: boolean
  readonly parentId?: string | undefined
  readonly position?: Position | undefined
  readonly content: UnitContent
  readonly updatedAt?: string | undefined
  readonly identifiers: readonly {
    readonly schemeAgencyId: string
    readonly schemeId: string
    readonly value: string
  }[]
}
