import { ApiError } from '@amtsweg/client'
import type { Answer } from './api.ts'
import type { Desk } from './desk.ts'

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

/** Whether somebody else was faster. */
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.status === 412

interface Saving<Data> {
  readonly state: EditState<Data>
  readonly body: Data
  /** What is told afterwards. */
  readonly told: string
  /** Called after it was undone. */
  readonly onUndone: () => void
}

/** Writes over what was read, and offers to take it back. */
export async function saveEdit<Data>(
  desk: Desk,
  { state, body, told, onUndone }: Saving<Data>,
): Promise<EditState<Data>> {
  const put = (data: unknown, etag: string | undefined): Promise<Answer<Data>> =>
    desk.api.put<Data>(state.path, data, etag ? { etag } : { isNew: true })
  const { data, etag } = await put(body, state.etag)
  const undo = async () => {
    try {
      await (state.etag ? put(state.data, etag) : desk.api.remove(state.path, { etag }))
      onUndone()
    } catch (error) {
      desk.notify(
        isConflict(error)
          ? 'Inzwischen wurde es wieder geändert; es bleibt dabei.'
          : 'Das ließ sich nicht rückgängig machen.',
      )
    }
  }
  desk.notify({ text: told, undo })
  return { path: state.path, data, etag }
}
