import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { GeofileError } from './finding.ts'

/** Bytes that may come out in all. */
const mostBytes = 2 * 1024 ** 3
/** Tables full of blanks pack a hundredfold, so that only what is large as well is a bomb. */
const bombRatio = 200
const bombBytes = 100 * 1024 ** 2
const mostEntries = 1_000

export interface ZipEntry {
  /** In small letters, without folders and ending. */
  readonly stem: string
  /** As it is written. */
  readonly name: string
  /** In small letters, with its dot. */
  readonly ending: string
  readonly entry: Entry
}

/**
 * Looks into a ZIP file, hands over what it lists, and closes it. Names that lead out of the folder, passwords, and what unpacks to
 * more than is good are refused before anything is written. Throws GeofileError.
 */
export async function withZip<Result>(
  path: string,
  work: (
    entries: readonly ZipEntry[],
    unpack: (entry: ZipEntry, folder: string) => Promise<string>,
  ) => Promise<Result>,
): Promise<Result> {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { autoClose: false })
    const entries = await listed(zip)
    const open = zip
    return await work(entries, (entry, folder) => unpackTo(open, entry, folder))
  } catch (cause) {
    throw faultOf(cause)
  } finally {
    zip?.close()
  }
}

async function listed(zip: ZipFile): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let bytes = 0
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    bytes += entry.uncompressedSize
    if (count > mostEntries || bytes > mostBytes) throw new GeofileError('zip-bomb')
    if (entry.uncompressedSize > Math.max(bombBytes, entry.compressedSize * bombRatio))
      throw new GeofileError('zip-bomb')
    if (entry.isEncrypted()) throw new GeofileError('zip-encrypted')
    const name = entry.fileName.split('/').at(-1) ?? ''
    const hidden = name === '' || name.startsWith('.') || entry.fileName.startsWith('__MACOSX/')
    const ending = /\.[^.]+$/.exec(name)?.[0] ?? ''
    const stem = name.slice(0, name.length - ending.length)
    if (!hidden) entries.push({ stem, name, ending: ending.toLowerCase(), entry })
  }
  return entries
}

/** Under a name of our own; yauzl counts that no more comes out than was listed. */
async function unpackTo(zip: ZipFile, { ending, entry }: ZipEntry, folder: string): Promise<string> {
  const target = join(folder, `part${/^\.[a-z]{1,10}$/.test(ending) ? ending : ''}`)
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
  return target
}

function faultOf(cause: unknown): unknown {
  if (cause instanceof GeofileError || !(cause instanceof Error)) return cause
  if (/(invalid relative|absolute) path|invalid characters in fileName/.test(cause.message))
    return new GeofileError('zip-slip', {}, cause)
  return new GeofileError('zip-damaged', {}, cause)
}
