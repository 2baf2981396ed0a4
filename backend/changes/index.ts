export { type DraftAct, step } from './draft-steps.ts'
export {
  dueDrafts,
  findDraft,
  forget,
  hasDraftsBefore,
  type KeptDraft,
  pruneDrafts,
  saveDraft,
} from './repository-drafts.ts'
export { hasHistoryBefore, type HistoryEntry, keepHistory, pruneHistory } from './repository-history.ts'
export { readWho, type Who } from './who.ts'
