import { createReadStream } from 'node:fs'

/** How a table is written. */
export interface TableText {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly delimiter: ',' | ';' | '\t'
}

const pieces = (path: string) => createReadStream(path, { highWaterMark: 32 * 1024 }) as AsyncIterable<Buffer>

/** UTF-8 or UTF-16 by its mark, else UTF-8 where all of it is, else Windows-1252; divided by what divides its first line most often. */
export async function tableTextOf(path: string, head: string): Promise<TableText> {
  const line = head.slice(0, /\r|\n|$/.exec(head)?.index).replaceAll(/"[^"]*"/g, '')
  const counts = ([';', ',', '\t'] as const).map((one) => ({ one, count: line.split(one).length }))
  const delimiter = counts.reduce((best, next) => (next.count > best.count ? next : best)).one
  return { encoding: await encodingOf(path), delimiter }
}

async function encodingOf(path: string): Promise<TableText['encoding']> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const piece of pieces(path)) {
      if (first && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
      if (first && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be'
      first = false
      decoder.decode(piece, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (cause) {
    if (cause instanceof TypeError) return 'windows-1252'
    throw cause
  }
}

/** The text of a file, piece by piece. */
export async function* decoded(path: string, { encoding }: TableText): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces(path)) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
