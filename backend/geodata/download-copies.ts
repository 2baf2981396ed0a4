import type { ReadStream } from 'node:fs'
import { closeSync, createReadStream, fstatSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A finished file, open. */
export interface OpenCopy {
  readonly bytes: number
  readonly stream: () => ReadStream
  readonly close: () => void
}

/** Files that are kept; versions never change, so only room ends them. */
const most = 20

/**
 * Makes files when somebody asks for them, one after the other, and keeps the last ones until this process ends. A file that gives way
 * to others is read to its end by whoever has begun.
 */
export function createDownloadCopies(): (
  key: string,
  make: (place: { readonly path: string; readonly folder: string }) => Promise<void>,
) => Promise<OpenCopy> {
  const kept = new Map<string, Promise<string>>()
  let folder: string | undefined
  let number = 0
  let turn: Promise<unknown> = Promise.resolve()

  const home = () => {
    if (folder === undefined) {
      const made = mkdtempSync(join(tmpdir(), 'amtsweg-downloads-'))
      process.once('exit', () => rmSync(made, { recursive: true, force: true }))
      folder = made
    }
    return folder
  }
  const drop = (key: string) => {
    const old = kept.get(key)
    kept.delete(key)
    old?.then(
      (path) => rmSync(path, { force: true }),
      () => {},
    )
  }

  return async (key, make) => {
    const known = kept.get(key)
    const made =
      known ??
      turn.then(async () => {
        const path = join(home(), String((number += 1)))
        try {
          await make({ path, folder: home() })
        } catch (error) {
          rmSync(path, { force: true })
          throw error
        }
        return path
      })
    if (!known) turn = made.catch(() => {})
    kept.delete(key)
    kept.set(key, made)
    for (const oldest of [...kept.keys()].slice(0, Math.max(kept.size - most, 0))) drop(oldest)
    try {
      return opened(openSync(await made, 'r'))
    } catch (error) {
      drop(key)
      throw error
    }
  }
}

const opened = (file: number): OpenCopy => ({
  bytes: fstatSync(file).size,
  stream: () => createReadStream('', { fd: file }),
  close: () => closeSync(file),
})
