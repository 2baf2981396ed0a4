import { createHmac } from 'node:crypto'

/** Makes a key of a client's network that means nothing without the salt, and nothing to anybody once that is forgotten. */
export interface ClientKeys {
  readonly of: (network: string) => string
  /** From now on with another salt: nobody can be followed from one day to the next. */
  readonly renew: (salt: Buffer) => void
}

/** Networks whose key is remembered; a key costs more than everything else that counting does. */
const most = 10_000

export function createClientKeys(salt: Buffer): ClientKeys {
  const known = new Map<string, string>()
  return {
    of(network) {
      const before = known.get(network)
      if (before !== undefined) return before
      const key = createHmac('sha256', salt).update(network).digest('base64url').slice(0, 22)
      if (known.size >= most) known.clear()
      known.set(network, key)
      return key
    },
    renew(next) {
      salt = next
      known.clear()
    },
  }
}
