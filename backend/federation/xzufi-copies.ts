import { createHash } from 'node:crypto'
import { closeSync, createReadStream, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { XzufiVersion } from '../import/index.ts'
import { createNoter } from './feed-noter.ts'

/** Everything in one file, as it was after the last change. */
export interface XzufiCopy {
  /** Descriptor of an open file. */
  readonly file: number
  readonly bytes: number
  /** Strong validator of all but the head of the message, which is another one at every export. */
  readonly tag: string
  readonly madeAt: Date
  /** Says that nobody reads on: a copy that was replaced goes with its last reader. */
  readonly release: () => void
}

export interface XzufiCopyParts {
  /** Where the trail of changes ends: it grows with everything that is written. */
  readonly state: () => Promise<string>
  /** Writes the file, as things are now or later. */
  readonly write: (version: XzufiVersion, path: string) => Promise<void>
  /** Where there is room for it. */
  readonly folder: string
  readonly now: () => Date
}

interface Held extends Omit<XzufiCopy, 'release'> {
  readonly state: string
}

/** Keeps one file of each version, and makes it anew when somebody asks after a change. Files have no name: they end with this process. */
export function createXzufiCopies(parts: XzufiCopyParts): (version: XzufiVersion) => Promise<XzufiCopy> {
  const { state, now } = parts
  const made = new Map<XzufiVersion, () => Promise<XzufiCopy>>()
  const make = (version: XzufiVersion) => {
    let current: ReturnType<typeof counted> | undefined
    const note = createNoter({
      current: async () => (current?.held.state === (await state()) ? current : undefined),
      note: async () => {
        const next = { ...(await write(parts, version)), madeAt: now() }
        if (next.tag === current?.held.tag) {
          closeSync(next.file)
          current.held = { ...current.held, state: next.state }
        } else {
          current?.replace()
          current = counted(next)
        }
        return current
      },
    })
    return async () => (await note()).lend()
  }
  return (version) => {
    const known = made.get(version) ?? make(version)
    made.set(version, known)
    return known()
  }
}

/** Closes a file once it was replaced and nobody reads it any more. */
function counted(held: Held) {
  let readers = 0
  let isReplaced = false
  let isClosed = false
  // Later, as somebody may be about to borrow it: the number of a closed file soon means another one.
  const end = () =>
    setImmediate(() => {
      if (!isReplaced || readers > 0 || isClosed) return
      isClosed = true
      closeSync(held.file)
    })
  return {
    held,
    lend(): XzufiCopy {
      readers += 1
      let isRead = false
      const release = () => {
        if (isRead) return
        isRead = true
        readers -= 1
        end()
      }
      return { ...this.held, release }
    },
    replace() {
      isReplaced = true
      end()
    },
  }
}

async function write(
  { state: stateOf, folder: parent, write: writeTo }: XzufiCopyParts,
  version: XzufiVersion,
): Promise<Omit<Held, 'madeAt'>> {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, '.amtsweg-work-'))
  try {
    const state = await stateOf()
    const path = join(folder, 'xzufi.xml')
    await writeTo(version, path)
    const file = openSync(path, 'r')
    return { file, state, ...(await measure(file)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The head of a message: its id and the time when it was made. It stands in the first bytes. */
const head = /<(?:\w+:)?nachrichtenkopf>.*?<\/(?:\w+:)?nachrichtenkopf>/s

async function measure(file: number): Promise<{ readonly bytes: number; readonly tag: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream('', {
    fd: file,
    start: 0,
    autoClose: false,
  }) as AsyncIterable<Buffer>) {
    hash.update(bytes === 0 ? chunk.toString('latin1').replace(head, '') : chunk)
    bytes += chunk.byteLength
  }
  return { bytes, tag: hash.digest('base64url').slice(0, 27) }
}
