import { hash } from 'node:crypto'
import type { Mark } from './carrier.ts'

/** Tells a record from what it was before. */
export const markOf = (id: string, sourceId: string, content: unknown): Mark => ({
  id,
  sourceId,
  fingerprint: hash('sha1', JSON.stringify(content), 'base64url'),
})
