import { closeSync, openSync, readSync } from 'node:fs'

/** What the first bytes tell: XML and JSON have to be looked at further by their readers. */
export type Kind =
  'empty' | 'gzip' | 'zip' | 'sqlite' | 'flatgeobuf' | 'shapefile-part' | 'json' | 'xml' | 'table' | 'unknown'

const headBytes = 64 * 1024

/** What a file is, by its content: names lie. */
export function recognise(path: string): { readonly kind: Kind; readonly head: string } {
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(headBytes)
  const bytes = buffer.subarray(0, readSync(file, buffer, 0, headBytes, 0))
  closeSync(file)
  const head = textOf(bytes)
  return { kind: kindOf(bytes, head), head }
}

const startsWith = (bytes: Buffer, ...numbers: readonly number[]) =>
  numbers.every((number, index) => bytes[index] === number)

function kindOf(bytes: Buffer, head: string): Kind {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gzip'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (bytes.toString('latin1', 0, 15) === 'SQLite format 3') return 'sqlite'
  if (startsWith(bytes, 0x66, 0x67, 0x62)) return 'flatgeobuf'
  if (startsWith(bytes, 0, 0, 0x27, 0x0a)) return 'shapefile-part'
  const text = head.trimStart()
  if (text === '') return 'empty'
  // RFC 8142 begins each value with a record separator.
  if (text.startsWith('{') || text.startsWith('[') || text.startsWith('\u001e')) return 'json'
  if (text.startsWith('<')) return 'xml'
  // A table has no bytes that are no text, and a line with something between its columns, or only one of well-known text.
  return isText(bytes) && /^([^\r\n]*[;,\t]|"?(the_)?(e?wkt|geom))/i.test(text) ? 'table' : 'unknown'
}

/** Tab, line feed, carriage return, and what is printed; in UTF-16 every other byte may be 0. */
const isText = (bytes: Buffer) =>
  startsWith(bytes, 0xff, 0xfe) ||
  startsWith(bytes, 0xfe, 0xff) ||
  bytes.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13)

function textOf(bytes: Buffer): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
}
