import { ApiError } from '@amtsweg/client'
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
  /** Called after it was undone. */
  readonly onUndone: () => void
}

/**
 * Writes over what was read, and offers to take it back. Where an authority wants a second person to look first, it becomes a draft that
 * waits for one. Says whether citizens see it now.
 */
export async function saveEdit<Data>(desk: Desk, saving: Saving<Data>): Promise<'published' | 'submitted'> {
  const { state, body, told, onUndone } = saving
  const write = (wanted: Data | undefined, etag: string | undefined) => {
    if (wanted === undefined) return desk.api.remove(state.path, { etag })
    return desk.api.put(state.path, wanted, etag ? { etag } : { isNew: true })
  }
  let etag: string | undefined
  try {
    etag = (await write(body, state.etag)).etag
  } catch (error) {
    if (!refusedWith(error, 'approval-needed')) throw error
    await submitDraft(desk, state, body)
    desk.notify(words.submitted)
    return 'submitted'
  }
  const undo = async () => {
    try {
      await write(state.etag ? state.data : undefined, etag)
      onUndone()
    } catch (error) {
      desk.notify(isConflict(error) ? words.undoTooLate : words.undoFailed)
    }
  }
  // What was taken back has no tag any more: it is there again only if somebody writes it.
  desk.notify(body === undefined ? told : { text: told, undo })
  return 'published'
}

/** Lays a change before the second person. */
async function submitDraft<Data>(desk: Desk, { path, etag }: EditState<Data>, wanted: Data | undefined) {
  const draft = `/drafts/${crypto.randomUUID()}`
  const body = { subject: path, wanted: wanted ?? null, basedOn: etag ?? null }
  const kept = await desk.api.put(draft, body, { isNew: true })
  await desk.api.post(`${draft}/submit`, undefined, { etag: kept.etag })
}
