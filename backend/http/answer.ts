import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { remembered, weighted } from './weighted.ts'

/** A finished answer, ready to be sent again: the same bytes, compressed at most once per encoding. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Strong validator of the uncompressed bytes; compressed forms carry the encoding as suffix. */
  readonly tag: string
  /** Pattern of the route that made it, "/api/v1/services/:id". */
  readonly route?: string
  gzip?: Buffer
  br?: Buffer
  /** How often it was sent; what is asked again is worth compressing. */
  sent: number
}

export type Encoding = 'identity' | 'gzip' | 'br'

/** Below one network packet compression gains nothing. */
const worthCompressing = 1_000
/** A first answer is only compressed when it is long: most are short and never asked again. */
const worthCompressingAtOnce = 4_000

export function createAnswer(text: string | Uint8Array, headers: Readonly<Record<string, string>>): Answer {
  return { headers, body: Buffer.from(text), tag: hash('sha1', text, 'base64url').slice(0, 20), sent: 0 }
}

/** What to send: the bytes, their encoding and validator. */
export interface Representation {
  readonly body: Buffer
  readonly encoding: Encoding
  readonly etag: string
}

export function represent(answer: Answer, acceptEncoding: string | undefined): Representation {
  const encoding = pickEncoding(answer, acceptEncoding)
  answer.sent += 1
  const etag = encoding === 'identity' ? `"${answer.tag}"` : `"${answer.tag}-${encoding}"`
  return { body: encode(answer, encoding), encoding, etag }
}

const acceptedEncodings = remembered((accept: string): readonly Encoding[] => {
  const values = weighted(accept)
  return (['br', 'gzip'] as const).filter((encoding) => values.includes(encoding))
})

function pickEncoding(answer: Answer, accept: string | undefined): Encoding {
  const size = answer.body.byteLength
  if (!accept || size < (answer.sent > 0 ? worthCompressing : worthCompressingAtOnce)) return 'identity'
  return acceptedEncodings(accept)[0] ?? 'identity'
}

function encode(answer: Answer, encoding: Encoding): Buffer {
  if (encoding === 'br')
    return (answer.br ??= brotliCompressSync(answer.body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
    }))
  if (encoding === 'gzip') return (answer.gzip ??= gzipSync(answer.body))
  return answer.body
}

/** Whether the reader's copy is still good (RFC 9110, 13.1.2): any representation of the same answer counts. */
export function isCurrent(answer: Answer, ifNoneMatch: string | undefined): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch === '*' || ifNoneMatch.slice(0, 2_000).includes(answer.tag)
}
