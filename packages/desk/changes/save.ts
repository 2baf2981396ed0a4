import { ApiError } from '@amtsweg/client'
import type { Draft, HistoryEntry, Undone } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import { words as shellWords } from '../shell/words.ts'
import { contentDifference } from './content-difference.ts'
import { words } from './words.ts'

/** Something as it shall be, and what it builds on. */
export interface Wish {
  /** Where it is written, without `/api/v1`, such as `/units/rathaus/record`. */
  readonly path: string
  /** The body of a PUT there; null = it shall be taken back. */
  readonly wanted: unknown
  /** Tag of what was read there; undefined = there is nothing yet. */
  readonly etag: string | undefined
}

/** Whether a write was refused because a second person has to look first. */
const isApprovalNeeded = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'approval-needed'

/** Keeps a wish as a draft, and gives its id and tag. */
async function keepDraft(desk: Desk, { path, wanted, etag }: Wish) {
  const id = crypto.randomUUID()
  const body = { subject: path, wanted, basedOn: etag ?? null }
  const kept = await desk.api.put<Draft>(`/drafts/${id}`, body, { isNew: true })
  return { id, etag: kept.etag }
}

/** Lays a wish before the second person. */
export async function submitDraft(desk: Desk, wish: Wish): Promise<void> {
  const { id, etag } = await keepDraft(desk, wish)
  await desk.api.post(`/drafts/${id}/submit`, undefined, { etag })
}

/**
 * Keeps wishes as drafts and opens the page of the draft, where it is given to a second person, or to a time; of several, their list. For
 * "Später veröffentlichen".
 */
export async function saveForLater(desk: Desk, ...wishes: readonly Wish[]): Promise<void> {
  const ids: string[] = []
  for (const wish of wishes) ids.push((await keepDraft(desk, wish)).id)
  desk.notify(words.laterDrafted)
  desk.go(ids.length === 1 ? `/desk/changes/${ids[0]}` : '/desk/changes')
}

/** Undoes a change by its number in the history, or lays that before a second person. True where either was done. */
export async function undoChange(desk: Desk, change: string): Promise<boolean> {
  try {
    await desk.api.post<Undone>(`/history/${change}/undo`)
    desk.notify(words.undone)
    return true
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (isApprovalNeeded(error)) return proposeUndo(desk, change)
    if (error.code === 'precondition-failed') desk.notify(words.notUndone)
    else if (error.code === 'not-undoable' || error.code === 'change-unknown') desk.notify(words.notKept)
    else throw error
    return false
  }
}

/** Where a second person has to look first, undoing is a change like any other: it waits for one. */
async function proposeUndo(desk: Desk, change: string): Promise<boolean> {
  const { data } = await desk.api.get<HistoryEntry>(`/history/${change}`)
  const present = await presentOf(desk, data.subject)
  if (contentDifference(present.data, data.after).length > 0) {
    desk.notify(words.notUndone)
    return false
  }
  await submitDraft(desk, { path: data.subject, wanted: data.before ?? null, etag: present.etag })
  desk.notify(shellWords.submitted)
  return true
}

/** What is there now; null = nothing. */
async function presentOf(desk: Desk, subject: string) {
  try {
    return await desk.api.get<unknown>(subject)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { data: null, etag: undefined }
    throw error
  }
}
