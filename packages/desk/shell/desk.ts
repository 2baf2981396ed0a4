import type { Scope } from '@amtsweg/contract'
import type { DeskApi } from './api.ts'
import type { Grant, Session } from './session.ts'

/** Something to tell in passing, and what could be done about it. */
export interface Notice {
  readonly text: string
  /** Undoes what was told, where that is possible. */
  readonly undo?: () => unknown
}

/** What every page gets from the frame around it. */
export interface Desk {
  readonly api: DeskApi
  readonly session: Session
  /** The authority that is worked for. */
  readonly grant: Grant
  readonly may: (scope: Scope) => boolean
  /** Whether this desk has the page of a path yet. */
  readonly hasPage: (path: string) => boolean
  /** Opens another page of the desk, "/desk/units/x". */
  readonly go: (address: string) => void
  /** Asks anew who may do what, after that has changed. */
  readonly renew: () => Promise<void>
  /** Works for another authority from the next page on. */
  readonly actFor: (authority: string) => void
  /** Says something in the live region, for those who look and for those who listen. */
  readonly notify: (notice: Notice | string) => void
}
