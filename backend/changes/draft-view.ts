import type { Draft, DraftItem, ProblemPart } from '@amtsweg/contract'
import type { KeptDraft } from './repository-drafts.ts'
import { readWho } from './who.ts'

const factsOf = (draft: KeptDraft) => ({
  id: draft.id,
  subject: draft.address,
  state: draft.state,
  authors: draft.authors.map(readWho),
  approvedBy: draft.approvedBy === null ? null : readWho(draft.approvedBy),
  note: draft.note,
  reason: draft.reason,
  publishAt: draft.publishAt,
  change: draft.published === null ? null : String(draft.published),
  createdAt: draft.createdAt,
  updatedAt: draft.updatedAt,
})

/** A draft as lists show it. */
export const itemView = (draft: KeptDraft, names: ReadonlyMap<string, string>): DraftItem => ({
  ...factsOf(draft),
  name: names.get(draft.address) ?? null,
})

/** A draft with all it says, and what is wrong or missing in it. */
export const draftView = (draft: KeptDraft, errors: readonly ProblemPart[]): Draft => ({
  ...factsOf(draft),
  wanted: draft.wanted ?? null,
  basedOn: draft.basedOn,
  base: draft.base ?? null,
  errors: [...errors],
})
