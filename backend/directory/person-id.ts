import { hash, randomUUID } from 'node:crypto'

/** An id that tells nothing of the person. */
export const newPersonId = (): string => `p-${randomUUID().replaceAll('-', '')}`

/** The same for whoever a key means, each time it is asked with the same seed, which nobody can guess. */
export const personIdFrom = (seed: string, key: string): string =>
  `p-${hash('sha256', JSON.stringify([seed, key]), 'hex').slice(0, 32)}`

/** Where editors write a person, as history and drafts call it. */
export const personAddress = (id: string): string => `/people/${encodeURIComponent(id)}/record`
