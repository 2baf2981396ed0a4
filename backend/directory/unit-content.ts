import type { Accessibility, Address, Contact, OpeningHours } from '@amtsweg/contract'

/** What is stored of a unit as JSON beside its columns: all that is only read as a whole. */
export interface UnitContent {
  /** Names in other languages than German. */
  readonly names?: Readonly<Record<string, string>> | undefined
  readonly descriptions?: Readonly<Record<string, string>> | undefined
  readonly addresses: readonly Address[]
  readonly contacts: readonly Contact[]
  readonly hours?: OpeningHours | undefined
  readonly accessibility?: Accessibility | undefined
  readonly invented: boolean
}
