import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ImportError } from './profile.ts'
import { readFailure } from './read-failure.ts'
import { unpack } from './unpack.ts'

/** Largest file we hold as a whole, after unpacking; what is read piece by piece may be larger. */
const maxBytes = 256 * 1024 * 1024

/** A file to import. */
export interface ImportFile {
  readonly path: string
  /** Its name without folder and ending. */
  readonly stem: string
  /** SHA-256 of the unpacked bytes. */
  readonly checksum: () => Promise<string>
  readonly text: () => string
  readonly lines: () => readonly string[]
  readonly json: () => unknown
  /** Its unpacked bytes piece by piece, for formats of which one record is in memory at a time; from the start each time. */
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/**
 * A plain or gzip file of UTF-8 text, read when it is asked for its content. Its methods throw ImportError when it is missing,
 * too large, cut off or not UTF-8.
 */
export function openImportFile(path: string): ImportFile {
  const chunks = () => unpack(createReadStream(path))
  let text: string | undefined
  const decode = () => (text ??= decodeUtf8(readWhole(path)))
  return {
    path,
    stem: path.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]+)+$/i, ''),
    checksum: async () => {
      const hash = createHash('sha256')
      for await (const chunk of chunks()) hash.update(chunk)
      return hash.digest('hex')
    },
    text: decode,
    lines: () => splitLines(decode()),
    json: () => parseJson(decode()),
    chunks,
  }
}

function readWhole(path: string): Buffer {
  try {
    if (statSync(path).size > maxBytes)
      throw new ImportError(`The file is larger than ${maxBytes} bytes: have it delivered in several.`)
    const bytes = readFileSync(path)
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
    return packed ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes
  } catch (cause) {
    throw readFailure(cause)
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ImportError('The file is not UTF-8 text: have it saved as UTF-8.', { cause })
  }
}

function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ImportError('The file is not complete JSON: it may have been cut off, have it exported anew.', {
      cause,
    })
  }
}
