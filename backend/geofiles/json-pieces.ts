import { GeofileError } from './finding.ts'

/** Bytes of one value; the outline of a Land in full detail has about 20 MB. */
const mostBytes = 64 * 1024 ** 2
/** Brackets inside one another; a MultiPolygon in a collection needs ten. */
const deepest = 100

/** One JSON value of a long file, as bytes. */
export interface JsonPiece {
  /** A member of the list named `features`, or a whole value on top of which that list is cut out. */
  readonly kind: 'member' | 'top'
  readonly bytes: Buffer
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
/** RFC 8142 puts a record separator before each value of a sequence. */
const isSpace = (byte: number) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e

/**
 * Cuts JSON of any length into the values of its list `features`, or a sequence of values (RFC 8142, or one per line) into
 * those, without reading them: only the one at hand is in memory. Throws GeofileError where it ends too early.
 */
export async function* jsonPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonPiece, void> {
  let depth = 0
  let inString = false
  let escaped = false
  let inList = false
  /** The last text on the first level, while it may be a key. */
  let key: number[] = []
  let pendingKey = ''
  let pieces = 0
  const top = gather()
  const member = gather()
  let begun = false

  for await (const chunk of chunks) {
    let at = pieces === 0 && !begun && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0
    /** Where the part of this chunk that belongs to `top` or `member` begins. */
    let from = at
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (inString) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) inString = false
        if (depth === 1 && inString && key.length < 16) key.push(byte)
      } else if (byte === quote) {
        inString = true
        if (depth === 0) throw broken(pieces)
        if (depth === 1) key = []
      } else if (byte === openBrace || byte === openBracket) {
        if (depth === 0) {
          from = at
          begun = true
        }
        depth += 1
        if (depth > deepest) throw broken(pieces)
        if (depth === 2 && byte === openBracket && pendingKey === 'features') {
          top.add(chunk.subarray(from, at + 1))
          inList = true
          from = at + 1
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1
        if (depth < 0) throw broken(pieces)
        if (inList && depth === 1) {
          if (byte !== closeBracket) throw broken(pieces)
          member.add(chunk.subarray(from, at))
          const bytes = member.take()
          if (!isBlank(bytes)) {
            pieces += 1
            yield { kind: 'member', bytes }
          }
          inList = false
          pendingKey = ''
          from = at
        } else if (depth === 0) {
          top.add(chunk.subarray(from, at + 1))
          pieces += 1
          pendingKey = ''
          yield { kind: 'top', bytes: top.take() }
          from = at + 1
        }
      } else if (byte === comma) {
        if (depth === 0) throw broken(pieces)
        if (inList && depth === 2) {
          member.add(chunk.subarray(from, at))
          pieces += 1
          yield { kind: 'member', bytes: member.take() }
          from = at + 1
        } else if (depth === 1) pendingKey = ''
      } else if (byte === colon && depth === 1) pendingKey = String.fromCharCode(...key)
      else if (depth === 0 && !isSpace(byte)) throw broken(pieces)
    }
    if (inList) member.add(chunk.subarray(from))
    else if (depth > 0) top.add(chunk.subarray(from))
  }
  if (depth > 0) throw new GeofileError('file-truncated')
}

const broken = (pieces: number) => new GeofileError('json-broken', { position: pieces + 1 })
const isBlank = (bytes: Buffer) => bytes.every(isSpace)

/** Collects the parts of one value across chunks. */
function gather() {
  let parts: Buffer[] = []
  let length = 0
  return {
    add: (part: Buffer) => {
      if (part.length === 0) return
      length += part.length
      if (length > mostBytes) throw new GeofileError('object-too-large', { megabytes: mostBytes / 1024 ** 2 })
      parts.push(part)
    },
    take: (): Buffer => {
      const [first] = parts
      const whole = parts.length === 1 && first ? first : Buffer.concat(parts)
      parts = []
      length = 0
      return whole
    },
  }
}
