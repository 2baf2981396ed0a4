import { type Keep, limitedMemory } from './limited-memory.ts'

/** Gives the ids that were selected by the same question before, else selects them. */
export type RememberIds = Keep<Float64Array | undefined>

/**
 * Keeps what long questions found, so that the pages behind the first cost no more than it: `most` numbers of 8 bytes, and what the key
 * and the entry take, as if it were ids.
 */
export const rememberIds = (most = 4_000_000): RememberIds =>
  limitedMemory(most, (key, ids) => (ids?.length ?? 0) + key.length + 50)
