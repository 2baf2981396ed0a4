import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { createTarDecoder, createTarPacker, packTar } from 'modern-tar'
import { Manifest } from './manifest.ts'
import { OperationError } from './operation-error.ts'

const manifestFile = 'manifest.json'
const databaseFile = 'amtsweg.sqlite.gz'
/** Bytes of the last entry with the end of the archive, always the same number: header, content, two empty blocks. */
const sealBytes = 2048
const endBytes = 1024
const longestManifest = 1024 * 1024

/**
 * A backup is a tar of `manifest.json`, `amtsweg.sqlite.gz`, and `SHA256`: the SHA-256 of every byte before that entry. The
 * bytes after it follow from the sum, so there is no bit in the file that could change unnoticed.
 */
const seal = (sum: string): Promise<Uint8Array> =>
  packTar([
    { header: { name: 'SHA256', size: sum.length + 1, mtime: new Date(0), mode: 0o600 }, body: `${sum}\n` },
  ])

/** The archive as a stream, of a manifest and a database that is packed with gzip already. */
export async function* archive(manifest: Manifest, packedDatabase: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Uint8Array = new Uint8Array()
  for await (const chunk of entries(manifest, packedDatabase)) {
    const bytes = Buffer.concat([held, chunk])
    const cut = Math.max(0, bytes.length - endBytes)
    held = bytes.subarray(cut)
    hash.update(bytes.subarray(0, cut))
    yield bytes.subarray(0, cut)
  }
  // What is held back at last are the two empty blocks that end a tar: the sum comes before them.
  yield await seal(hash.digest('hex'))
}

function entries(manifest: Manifest, packedDatabase: string): ReadableStream<Uint8Array> {
  const { readable, controller } = createTarPacker()
  const mtime = new Date(manifest.createdAt)
  const text = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)
  const write = async () => {
    const add = (name: string, size: number) => controller.add({ name, size, mtime, mode: 0o600 })
    await Readable.toWeb(Readable.from([text])).pipeTo(add(manifestFile, text.length))
    const database = Readable.toWeb(createReadStream(packedDatabase))
    await database.pipeTo(add(databaseFile, statSync(packedDatabase).size))
    controller.finalize()
  }
  write().catch((error: unknown) => controller.error(error))
  return readable
}

/** Throws OperationError unless every byte of the file is as it was written. */
export async function proveSeal(path: string): Promise<void> {
  const { size } = statSync(path)
  if (size <= sealBytes) throw damaged(path, 'it is too short')
  const hash = await hashFile(path, { end: size - sealBytes - 1 })
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(sealBytes), 0, sealBytes, size - sealBytes)
    if (!buffer.equals(await seal(hash))) throw damaged(path, 'its checksum does not fit its content')
  } finally {
    await file.close()
  }
}

/** SHA-256 of a file, or of its beginning. */
export async function hashFile(path: string, part: { readonly end?: number } = {}): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { ...part, highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Unpacks a sealed archive: the database goes to `target`, the manifest is answered. Throws OperationError where the archive or
 * what is in it is not what the manifest says.
 */
export async function unpackArchive(path: string, target: string): Promise<Manifest> {
  await proveSeal(path)
  const decoder = createTarDecoder({ strict: true })
  const file = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  let manifest: Manifest | undefined
  for await (const { header, body } of file.pipeThrough(decoder)) {
    if (header.name === manifestFile && header.size <= longestManifest)
      manifest = readManifest(path, await new Response(body).text())
    else if (header.name === databaseFile && manifest) await unpackDatabase(path, body, manifest, target)
    else await body.cancel()
  }
  if (!manifest) throw damaged(path, 'it has no manifest')
  return manifest
}

function readManifest(path: string, text: string): Manifest {
  const { success, data } = Manifest.safeParse(JSON.parse(text))
  if (success) return data
  throw new OperationError(
    `${path} is a backup of another kind than this program knows: restore it with the version of Amtsweg that made it.`,
  )
}

async function unpackDatabase(
  path: string,
  body: ReadableStream<Uint8Array>,
  { database }: Manifest,
  target: string,
): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(
    Readable.fromWeb(body as never),
    createGunzip(),
    counting(database.bytes, hash),
    createWriteStream(target, { mode: 0o600 }),
  )
  if (statSync(target).size !== database.bytes || hash.digest('hex') !== database.sha256)
    throw damaged(path, 'its database is not the one that the manifest describes')
}

/** Passes bytes on and into the hash, but never more than were promised. */
function counting(limit: number, hash: Hash): Transform {
  let count = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      count += chunk.length
      hash.update(chunk)
      done(count > limit ? new OperationError('The backup holds more than its manifest says.') : null, chunk)
    },
  })
}

const damaged = (path: string, why: string) =>
  new OperationError(`The backup ${path} is damaged (${why}): nothing of it is used. Take another one.`)
