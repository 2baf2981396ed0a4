/** Somebody has signed in; the cookie is set. */
export class SignedInEvent extends Event {
  constructor() {
    super('desk-signed-in', { bubbles: true, composed: true })
  }
}

/** How sign-in asks: for nobody's authority, and a missing session is no surprise. */
export const quietly = { keepsSessionErrors: true, authority: null } as const

declare global {
  interface HTMLElementEventMap {
    'desk-signed-in': SignedInEvent
  }
}
