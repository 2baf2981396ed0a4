import type { DirectoryResult } from '@amtsweg/contract'

/** People or offices were found, or nobody; never whom the reader looked for. */
export class DirectorySearchedEvent extends Event {
  readonly result: DirectoryResult
  constructor(result: DirectoryResult) {
    super('amt-directory-searched', { bubbles: true, composed: true })
    this.result = result
  }
}

declare global {
  interface HTMLElementEventMap {
    'amt-directory-searched': DirectorySearchedEvent
  }
}
