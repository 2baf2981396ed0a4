/** Where a draft stands. Only `published` is the end. */
export const draftStates = [
  'draft',
  'submitted',
  'rejected',
  'approved',
  'scheduled',
  'conflict',
  'published',
] as const
export type DraftState = (typeof draftStates)[number]

/**
 * What is done with a draft; `fail` when its time has come and it could not be published, `return` when who has set the time may
 * publish nothing any more by then.
 */
export type DraftAct =
  'save' | 'submit' | 'approve' | 'reject' | 'withdraw' | 'schedule' | 'publish' | 'fail' | 'return'

/** Which act leads from where to where; what does not stand here cannot be done. */
const leads: Readonly<Record<DraftAct, Partial<Record<DraftState, DraftState>>>> = {
  save: {
    draft: 'draft',
    submitted: 'draft',
    rejected: 'draft',
    approved: 'draft',
    scheduled: 'draft',
    conflict: 'draft',
  },
  submit: { draft: 'submitted', rejected: 'submitted', conflict: 'submitted' },
  approve: { submitted: 'approved' },
  reject: { submitted: 'rejected', approved: 'rejected', scheduled: 'rejected' },
  withdraw: {
    submitted: 'draft',
    approved: 'draft',
    scheduled: 'draft',
    conflict: 'draft',
    rejected: 'draft',
  },
  schedule: { draft: 'scheduled', approved: 'scheduled', scheduled: 'scheduled', conflict: 'scheduled' },
  publish: { draft: 'published', approved: 'published', scheduled: 'published', conflict: 'published' },
  fail: { scheduled: 'conflict' },
  return: { scheduled: 'submitted' },
}

/** What the rule of the second person has to know of a draft. */
export interface DraftFacts {
  readonly state: DraftState
  /** Everybody who has written in it, as `clerk:<id>` or `token:<id>`. */
  readonly authors: readonly string[]
  /** Who has approved of exactly what it says now. */
  readonly approvedBy: string | null
}

/** Who acts, and whether nothing may be published there before a second person has looked at it. */
export interface DraftHand {
  readonly by: string
  /** As what else they could have written: tokens that they have made. */
  readonly alsoAs?: readonly string[]
  readonly fourEyes: boolean
}

/** Why something cannot be done with a draft. */
export type DraftRefusal = 'draft-not-ready' | 'own-draft' | 'approval-needed'

/**
 * What a draft is after an act, or why it cannot be done. Approval holds for exactly what was seen: whoever writes in a draft, or takes
 * it back, has to ask anew. The one who approves is a clerk and has written nothing in it, nor has a program
 * by a token that they have made.
 */
export function step(
  { state, authors, approvedBy }: DraftFacts,
  act: DraftAct,
  { by, alsoAs = [], fourEyes }: DraftHand,
): DraftFacts | DraftRefusal {
  const next = leads[act][state]
  if (next === undefined) return 'draft-not-ready'
  const isSame = (author: string) => author === by || alsoAs.includes(author)
  if (act === 'approve' && (!by.startsWith('clerk:') || authors.some(isSame))) return 'own-draft'
  if ((act === 'publish' || act === 'schedule') && fourEyes && approvedBy === null) return 'approval-needed'
  if (act === 'save') return { state: next, authors: withAuthor(authors, by), approvedBy: null }
  if (act === 'approve') return { state: next, authors, approvedBy: by }
  const keepsApproval = act === 'schedule' || act === 'publish' || act === 'fail'
  return { state: next, authors, approvedBy: keepsApproval ? approvedBy : null }
}

const withAuthor = (authors: readonly string[], by: string): readonly string[] =>
  authors.includes(by) ? authors : [...authors, by]

/** A draft that somebody has just begun. */
export const begun = (by: string): DraftFacts => ({ state: 'draft', authors: [by], approvedBy: null })
