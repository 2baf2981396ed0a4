import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import type { Source } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { type ImportOptions, type ImportReport, runImport } from './import.ts'
import type { ImportProfile } from './profile.ts'
import type { XzufiElement } from './xzufi-element.ts'
import type { XzufiMessage } from './xzufi-message.ts'
import { readXzufi } from './xzufi-reader.ts'

const root = join(import.meta.dirname, '..', '..')

/** Folder of the public registers (docs/guides/data.md); they are test data and stay outside the repository. */
const testData = process.env['AMTSWEG_TEST_DATA'] ?? join(root, '..', 'shared', 'data')

/** Path of one of the public registers. */
export const testFile = (path: string): string => join(testData, path)

/** Tests on the public registers: left out where they are missing, unless AMTSWEG_REQUIRE_TEST_DATA=1 makes that a failure. */
export function describeRegisters(name: string, tests: () => void): void {
  if (existsSync(testData)) return void describe(name, tests)
  const words = `${name} (the public registers are not in ${testData}; see docs/guides/data.md)`
  if (process.env['AMTSWEG_REQUIRE_TEST_DATA'] !== '1') return void describe.skip(words, tests)
  test(words, () => {
    throw new Error(`AMTSWEG_REQUIRE_TEST_DATA=1, but there is no folder ${testData}`)
  })
}

/** A file for a profile to read; its name may tell something of its own. */
export interface TestFile extends Partial<Omit<ImportOptions, 'now'>> {
  readonly profile: ImportProfile
  readonly content: string | Uint8Array
  readonly name?: string
  readonly source?: Partial<Source>
}

/** Imports a file as the command line would. */
export async function importContent(
  db: Db,
  { profile, content, name = 'file.csv', source, derivations = [], ...options }: TestFile,
): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-import-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, content)
    const step = { profile, path, ...(source ? { source } : {}) }
    const [report] = await runImport(db, [step], { derivations, ...options })
    if (!report) throw new Error('The import reported nothing')
    return report
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Bytes as a file or a network brings them: in pieces. */
export async function* inPieces(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** All that comes, once it has come. */
export async function collect<One>(many: AsyncIterable<One>): Promise<One[]> {
  const all: One[] = []
  for await (const one of many) all.push(one)
  return all
}

/** An XZuFi file of these messages, with XZuFi's namespace as the default one. */
export const xzufiFile = (
  messages: string,
  version: '2_2_0' | '2_3_1' = '2_2_0',
  sender = 'Redaktion',
): string =>
  `<transfer xmlns="http://xoev.de/schemata/xzufi/${version}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <nachrichtenkopf><sender>${sender}</sender><erstelltDatumZeit>2026-11-20T03:00:00Z</erstelltDatumZeit></nachrichtenkopf>
    ${messages}
  </transfer>`

/** The objects an XZuFi file writes or deletes. */
export async function xzufiMessages(file: string): Promise<readonly XzufiMessage[]> {
  const { records } = await readXzufi(inPieces(Buffer.from(file)))
  const messages: XzufiMessage[] = []
  for await (const record of records) if ('message' in record) messages.push(record.message)
  return messages
}

/** One element as it is read from an XZuFi file. */
export async function xzufiElement(xml: string): Promise<XzufiElement> {
  const [message] = await xzufiMessages(xzufiFile(`<schreibe>${xml}</schreibe>`))
  if (!message) throw new Error('There is no element')
  return message.element
}
