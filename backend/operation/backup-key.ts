import { readFileSync, writeFileSync } from 'node:fs'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { explainDisk, OperationError } from './operation-error.ts'

/** A key file of age (https://age-encryption.org/v1): public keys to write for, secret keys to read with. */
export interface BackupKey {
  /** `age1...`: enough to encrypt. */
  readonly recipients: readonly string[]
  /** `AGE-SECRET-KEY-1...`: needed to decrypt; none in a file that holds a public key only. */
  readonly identities: readonly string[]
}

/** Reads a key file: one key a line, lines with # are comments. Throws OperationError for anything else. */
export async function readKey(path: string): Promise<BackupKey> {
  const text = readOrExplain(path)
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const keys = lines.filter((line) => line && !line.startsWith('#'))
  const identities = keys.filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  const known = keys.every((line) => line.startsWith('AGE-SECRET-KEY-') || line.startsWith('age1'))
  const refuse = (cause?: unknown) =>
    new OperationError(
      `${path} is no key file of age: it holds lines such as age1... or AGE-SECRET-KEY-1.... Make one with: amtsweg backup --new-key ${path}`,
      { cause },
    )
  if (keys.length === 0 || !known) throw refuse()
  try {
    const own = await Promise.all(identities.map(identityToRecipient))
    const recipients = [...new Set([...keys.filter((line) => line.startsWith('age1')), ...own])]
    encrypterFor(recipients)
    return { recipients, identities }
  } catch (cause) {
    throw refuse(cause)
  }
}

function readOrExplain(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 64 * 1024)
  } catch (error) {
    throw explainDisk(error, path) ?? error
  }
}

/** Writes a new key file that only its owner may read; answers the public key. Never overwrites one. */
export async function writeNewKey(path: string, now: Date): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const text = `# created: ${now.toISOString()}\n# public key: ${recipient}\n${identity}\n`
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST')
      throw new OperationError(`${path} exists already: a key that is lost makes its backups worthless.`)
    throw explainDisk(error, path) ?? error
  }
  return recipient
}

function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  recipients.forEach((recipient) => encrypter.addRecipient(recipient))
  return encrypter
}

/** The bytes as age writes them for everybody the key names. */
export const encrypted = (
  bytes: ReadableStream<Uint8Array>,
  key: BackupKey,
): Promise<ReadableStream<Uint8Array>> => encrypterFor(key.recipients).encrypt(bytes)

/** The bytes as they were before; the stream fails where a single one was changed. */
export function decrypted(
  bytes: ReadableStream<Uint8Array>,
  key: BackupKey,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  key.identities.forEach((identity) => decrypter.addIdentity(identity))
  return decrypter.decrypt(bytes)
}
