/** Why no answer came; `certificate-chain` is one that browsers complete by themselves. */
export type VisitFailure =
  | 'no-such-host'
  | 'name-service'
  | 'no-connection'
  | 'no-network'
  | 'timeout'
  | 'broken'
  | 'certificate'
  | 'certificate-chain'
  | 'tls'
  | 'redirect-loop'
  | 'too-many-redirects'

/** What came of looking whether an address still works. */
export type Visit =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** Where redirects led to. */
      readonly url: string
      /** Who sent us on, in this order, and with which status. */
      readonly hops: readonly { readonly url: string; readonly status: number }[]
      /** How the server wants to be left in peace: the field Retry-After as it was sent. */
      readonly retryAfter?: string
    }
  | { readonly kind: 'failed'; readonly cause: VisitFailure }
  | { readonly kind: 'refused'; readonly reason: string }

/** Lets a request to a host happen when it is its turn. */
export type Turn = <Value>(host: string, work: () => Promise<Value>) => Promise<Value>

/** Looks at addresses as a careful reader would. Rejects only when aborted, or with what `turn` rejected with. */
export interface LinkVisitor {
  readonly visit: (url: string, signal: AbortSignal) => Promise<Visit>
}
