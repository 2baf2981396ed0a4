/** How one signs in on this server, and for how long. */
export interface SignInSettings {
  /** Minutes without a request after which a session ends, and hours after which it ends in any case. */
  readonly idleMinutes: number
  readonly hours: number
  /** Whether passwords and passkeys open anything; off where everybody comes by a provider. */
  readonly isLocal: boolean
}

/** BSI and NIST SP 800-63B (AAL2): half an hour without a request, half a day in any case. */
export const usualSignIn: SignInSettings = { idleMinutes: 30, hours: 12, isLocal: true }
