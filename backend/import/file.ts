import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ImportError } from './profile.ts'

/** Largest file we read, after unpacking. */
const maxBytes = 256 * 1024 * 1024

/** A file to import, read once. */
export interface ImportFile {
  readonly path: string
  /** Its name without folder and ending. */
  readonly stem: string
  readonly checksum: string
  readonly text: () => string
  readonly lines: () => readonly string[]
  readonly json: () => unknown
}

/** Opens a plain or gzip file of UTF-8 text. Throws ImportError when it is missing, too large, cut off or not UTF-8. */
export function openImportFile(path: string): ImportFile {
  const bytes = unpack(path)
  let text: string | undefined
  const decode = () => (text ??= decodeUtf8(bytes))
  return {
    path,
    stem: path.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]+)+$/i, ''),
    checksum: createHash('sha256').update(bytes).digest('hex'),
    text: decode,
    lines: () => splitLines(decode()),
    json: () => parseJson(decode()),
  }
}

function unpack(path: string): Buffer {
  try {
    if (statSync(path).size > maxBytes) throw new ImportError(`The file is larger than ${maxBytes} bytes`)
    const bytes = readFileSync(path)
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
    return packed ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes
  } catch (cause) {
    if (cause instanceof ImportError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ImportError(`The file cannot be read: ${reason}`, { cause })
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ImportError('The file is not UTF-8 text', { cause })
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
    throw new ImportError('The file is not complete JSON', { cause })
  }
}
