/** The ways in are others than before. */
export class AccountChangedEvent extends Event {
  constructor() {
    super('desk-account-changed', { bubbles: true, composed: true })
  }
}

/** Recovery codes were made along with the first second step. */
export class CodesMadeEvent extends Event {
  readonly codes: readonly string[]

  constructor(codes: readonly string[]) {
    super('desk-codes-made')
    this.codes = codes
  }
}

declare global {
  interface HTMLElementEventMap {
    'desk-account-changed': AccountChangedEvent
    'desk-codes-made': CodesMadeEvent
  }
}
