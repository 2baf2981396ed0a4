import { ImportError } from './profile.ts'

/** Bytes that are read at once; limits are checked after each such piece. */
export const pieceBytes = 64 * 1024

/** The XML declaration must name its encoding within so many bytes. */
const headBytes = 1024

/** Cuts what comes in pieces of any size into small ones and counts them. Throws ImportError beyond the limit. */
export async function* smallPieces(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void> {
  let bytes = 0
  for await (const chunk of chunks)
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      const piece = chunk.subarray(from, from + pieceBytes)
      bytes += piece.length
      if (bytes > maxBytes)
        throw new ImportError(`The XML is larger than ${maxBytes} bytes: have it delivered in several files.`)
      yield piece
    }
}

/**
 * Decodes XML in UTF-8, UTF-16 or ISO-8859-1, known by byte order mark, first bytes and declaration (XML 1.0, appendix F).
 * Throws ImportError for any other encoding, where marks contradict one another, and at the first byte that does not fit.
 */
export async function* decodeXml(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let head = Buffer.alloc(0)
  let decode: ReturnType<typeof decoderFor> | undefined
  for await (const piece of pieces) {
    if (decode) yield decode(piece)
    else {
      head = Buffer.concat([head, piece])
      if (head.length >= headBytes) {
        decode = decoderFor(head)
        yield decode(head)
      }
    }
  }
  if (decode) yield decode()
  else {
    if (head.length === 0) throw new ImportError('The file is empty.')
    decode = decoderFor(head)
    yield decode(head)
    yield decode()
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1'

const byName: Readonly<Record<string, Encoding | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
}

const marks: readonly (readonly [bytes: readonly number[], Encoding | 'utf-32'])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32'],
  [[0, 0, 0xfe, 0xff], 'utf-32'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // Without a mark the first characters of the declaration, <?, tell.
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
]

function decoderFor(head: Buffer): (piece?: Uint8Array) => string {
  const marked = marks.find(([bytes]) => bytes.every((byte, index) => head[index] === byte))?.[1]
  if (marked === 'utf-32') throw notRead('UTF-32')
  const declared = declaredEncoding(head, marked)
  const wide = marked === 'utf-16le' || marked === 'utf-16be'
  const agrees = !declared || !marked || declared === marked || (declared === 'utf-16' && wide)
  if (!agrees || (declared?.startsWith('utf-16') && !marked))
    throw new ImportError(
      `The XML says that it is ${declared?.toUpperCase()}, but its first bytes are ${(marked ?? 'of one byte each').toUpperCase()}: have it saved as UTF-8.`,
    )
  const encoding = marked ?? declared ?? 'utf-8'
  return encoding === 'iso-8859-1'
    ? (piece) => (piece ? Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1') : '')
    : strict(encoding)
}

function declaredEncoding(head: Buffer, marked: Encoding | undefined) {
  const width = marked?.startsWith('utf-16') ? marked : 'latin1'
  const start = new TextDecoder(width).decode(head.subarray(0, headBytes))
  const name = /^\W{0,3}<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  const encoding = Object.hasOwn(byName, name) ? byName[name] : undefined
  if (!encoding) throw notRead(name)
  return encoding
}

function strict(encoding: string): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (piece) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw new ImportError(
        `The XML holds bytes that are not ${encoding.toUpperCase()}, or is cut off: have it exported anew as UTF-8.`,
        { cause },
      )
    }
  }
}

const notRead = (name: string) =>
  new ImportError(
    `The XML is written in ${JSON.stringify(name)}, which is not read here: have it saved as UTF-8.`,
  )
