import { randomUUID } from 'node:crypto'

/** An id that tells nothing of the person. */
export const newPersonId = (): string => `p-${randomUUID().replaceAll('-', '')}`
