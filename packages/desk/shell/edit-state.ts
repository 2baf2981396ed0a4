import { ApiError } from '@amtsweg/client'
import { isSameContent } from '../changes/same-content.ts'
import { submitDraft, undoChange } from '../changes/save.ts'
import type { Desk } from './desk.ts'
import { words } from './words.ts'

/** What is edited, as it was read, and its tag; without a tag there is nothing yet. */
export interface EditState<Data> {
  readonly path: string
  readonly data: Data
  readonly etag: string | undefined
}

/** Reads what is to be edited; `nothing` where there is none yet. */
export async function readEdit<Data>(desk: Desk, path: string, nothing: Data): Promise<EditState<Data>> {
  try {
    const { data, etag } = await desk.api.get<Data>(path)
    return { path, data, etag }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return { path, data: nothing, etag: undefined }
    throw error
  }
}

const refusedWith = (error: unknown, code: string) => error instanceof ApiError && error.code === code

/** Whether somebody else was faster. */
export const isConflict = (error: unknown): boolean => refusedWith(error, 'precondition-failed')

interface Saving<Data> {
  readonly state: EditState<Data>
  /** How it shall be; undefined takes it back. */
  readonly body: Data | undefined
  /** What is told afterwards. */
  readonly told: string
  /** Called after it was undone; left out where it cannot be. */
  readonly onUndone?: () => void
}

/**
 * Writes over what was read, and offers to take it back. Where an authority wants a second person to look first, it becomes a draft that
 * waits for one. Says whether citizens see it now.
 */
export async function saveEdit<Data>(desk: Desk, saving: Saving<Data>): Promise<'published' | 'submitted'> {
  const { state, body, told, onUndone } = saving
  let change: string | undefined
  try {
    const written =
      body === undefined
        ? await desk.api.remove(state.path, { etag: state.etag })
        : await desk.api.put(state.path, body, state.etag ? { etag: state.etag } : { isNew: true })
    change = written.change
  } catch (error) {
    if (isConflict(error) && (await isThereAlready(desk, saving))) {
      desk.notify(told)
      return 'published'
    }
    if (!refusedWith(error, 'approval-needed')) throw error
    await submitDraft(desk, { path: state.path, wanted: body ?? null, etag: state.etag })
    desk.notify(words.submitted)
    return 'submitted'
  }
  const undo = async (number: string) => {
    try {
      if (await undoChange(desk, number)) onUndone?.()
    } catch {
      desk.notify(words.undoFailed)
    }
  }
  const number = change
  desk.notify(number === undefined || !onUndone ? told : { text: told, undo: () => undo(number) })
  return 'published'
}

/** Whether what shall be written is what is there: the answer to an earlier try may have been lost on its way. */
async function isThereAlready<Data>(desk: Desk, { state, body }: Saving<Data>): Promise<boolean> {
  if (body === undefined) return false
  const { data } = await readEdit<Data | null>(desk, state.path, null)
  return data !== null && isSameContent(data, body)
}
