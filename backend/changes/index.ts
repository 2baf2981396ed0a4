export { hasHistoryBefore, type HistoryEntry, keepHistory, pruneHistory } from './repository-history.ts'
export type { Who } from './who.ts'
