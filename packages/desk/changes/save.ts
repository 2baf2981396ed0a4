import { ApiError } from '@amtsweg/client'
import type { Draft, Undone } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
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

/** Keeps a wish as a draft, and gives the address of its page. */
async function keepDraft(desk: Desk, { path, wanted, etag }: Wish): Promise<string> {
  const id = crypto.randomUUID()
  const body = { subject: path, wanted, basedOn: etag ?? null }
  await desk.api.put<Draft>(`/drafts/${id}`, body, { isNew: true })
  return `/desk/changes/${id}`
}

/** Keeps a wish as a draft and opens its page, where it is given to a second person, or to a time. For "Später veröffentlichen". */
export async function saveForLater(desk: Desk, wish: Wish): Promise<void> {
  const address = await keepDraft(desk, wish)
  desk.notify(words.laterDrafted)
  desk.go(address)
}

/** Undoes a change by its number in the history. True where it is undone. */
export async function undoChange(desk: Desk, change: string): Promise<boolean> {
  try {
    await desk.api.post<Undone>(`/history/${change}/undo`)
    desk.notify(words.undone)
    return true
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'precondition-failed') desk.notify(words.notUndone)
    else if (error.code === 'not-undoable' || error.code === 'change-unknown') desk.notify(words.notKept)
    else if (isApprovalNeeded(error)) desk.notify(words.needsApproval)
    else throw error
    return false
  }
}
