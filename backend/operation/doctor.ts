import { readdirSync, statSync } from 'node:fs'
import { listClerks } from '../access/index.ts'
import { type Db, openDatabase } from '../database/database.ts'
import { compareSchema } from '../database/schema-state.ts'
import { appliedMigrations } from '../database/schema-state.ts'
import { serverFacts } from '../database/server-facts.ts'
import { fileBytes, type FileContents, inspectFile } from '../database/snapshot.sqlite.ts'
import { listSchedules, sourceAges } from '../import/index.ts'
import { failingJobs } from '../jobs/index.ts'
import { linkCounts } from '../services/index.ts'
import { isSearchIndexCurrent } from '../wayfinding/index.ts'
import { backupsAmong } from './backup-name.ts'
import { demoFinding, jobsFinding, linksFinding, schedulesFinding, sourcesFinding } from './checks/content.ts'
import { integrityFinding, schemaFinding, searchIndexFinding } from './checks/database.ts'
import { type Finding, gravest, problem } from './checks/finding.ts'
import {
  certificateFinding,
  clockFinding,
  clockSanityFinding,
  deskFinding,
  publicUrlFinding,
  type SeenCertificate,
} from './checks/outside.ts'
import { poolFinding, serverClockFinding, serverFinding } from './checks/server.ts'
import { backupFinding, diskFinding, logFinding, releaseFinding, rightsFinding } from './checks/storage.ts'
import { explainServer } from './database-server.ts'
import { freeBytes } from './disk-room.ts'
import { keptReleases } from './keep-release.ts'
import { explainDisk, OperationError } from './operation-error.ts'

/** What is examined, and by what means. */
export interface Patient {
  readonly databaseUrl: string
  /** Its file; undefined where it has none of its own. */
  readonly file: string | undefined
  readonly backupFolder: string
  readonly releaseFolder: string
  /** Connections of each process, and how many processes there are. */
  readonly poolSize: number
  readonly processes: number
  readonly publicUrl: string | undefined
  readonly linksOn: boolean
  /** Whether passwords and passkeys open anything. */
  readonly localAccounts: boolean
  /** Migrations that this program knows. */
  readonly known: readonly string[]
  /** Days after which a source counts as old. */
  readonly sourceDays: number
  /** A web server to compare the clock with; left out, nobody is asked. */
  readonly clockUrl: string | undefined
  readonly now: () => Date
  readonly seeCertificate: (host: string, port: number) => Promise<SeenCertificate>
  /** Milliseconds our clock is ahead of that of a web server; rejects where it does not answer. */
  readonly compareClock: (url: string) => Promise<number>
}

/** Looks at everything; changes nothing. Never throws for what it finds. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const { file } = patient
  if (file && !statSync(file, { throwIfNoEntry: false }))
    return [
      problem('database', `There is no database at ${file}`, 'Check DATABASE_URL, or start the server once.'),
    ]
  const contents = file ? contentsOf(file) : undefined
  if (contents instanceof OperationError) return [problem('database', contents.message, rightsTodo)]
  const storage = file ? storageFindings(file, patient) : []
  const sound = contents ? [integrityFinding(contents.integrity)] : []
  const inside = contents && contents.integrity !== 'ok' ? [] : await insideFindings(patient)
  return [
    ...storage,
    releaseFinding(keptReleases(patient.releaseFolder), patient.releaseFolder),
    ...sound,
    ...inside,
    ...(await outsideFindings(patient)),
  ]
}

const rightsTodo = 'Run it as that user: sudo -u amtsweg ...'

function contentsOf(file: string): FileContents | OperationError {
  try {
    return inspectFile(file)
  } catch (error) {
    const words = explainDisk(error, file)
    if (words) return words
    throw error
  }
}

function storageFindings(file: string, { backupFolder, now }: Patient): readonly Finding[] {
  const bytes = fileBytes(file)
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return [
    diskFinding(freeBytes(file), bytes),
    logFinding(log, bytes - log),
    rightsFinding(statSync(file).mode),
    backupFinding(backupsAmong(namesIn(backupFolder)), backupFolder, now()),
  ]
}

async function insideFindings(patient: Patient): Promise<readonly Finding[]> {
  const { databaseUrl, known, sourceDays, publicUrl, linksOn, localAccounts, now } = patient
  const { db, close } = openDatabase(databaseUrl)
  try {
    const server = await serverFindings(db, patient)
    if (gravest(server) === 'problem') return server
    const state = compareSchema(await appliedMigrations(db), known)
    const schema = schemaFinding(state)
    // Another schema cannot be asked the questions of this one.
    if (state.pending.length + state.unknown.length > 0) return [...server, schema]
    const sources = await sourceAges(db)
    const lastImport = sources
      .map(({ importedAt }) => importedAt)
      .sort()
      .at(-1)
    return [
      ...server,
      schema,
      searchIndexFinding(await isSearchIndexCurrent(db)),
      clockSanityFinding(now(), lastImport),
      sourcesFinding(sources, sourceDays, now()),
      demoFinding(sources, publicUrl),
      deskFinding(publicUrl, {
        clerks: (await listClerks(db, { authority: null })).length,
        isLocal: localAccounts,
      }),
      linksFinding(await linkCounts(db), linksOn),
      // What scheduled imports fail from is told in words of their own.
      jobsFinding((await failingJobs(db)).filter(({ name }) => !name.startsWith('import:'))),
      schedulesFinding(await listSchedules(db)),
    ]
  } finally {
    await close()
  }
}

/** What a database server tells of itself; nothing on SQLite. */
async function serverFindings(db: Db, { poolSize, processes }: Patient): Promise<readonly Finding[]> {
  try {
    const facts = await serverFacts(db)
    return facts
      ? [serverFinding(facts), serverClockFinding(facts), poolFinding(facts, poolSize, processes)]
      : []
  } catch (error) {
    const explained = explainServer(error)
    if (!explained) throw error
    return [problem('server', 'The database server cannot be asked', explained.message)]
  }
}

async function outsideFindings(patient: Patient): Promise<readonly Finding[]> {
  const { publicUrl, clockUrl, now, seeCertificate, compareClock } = patient
  const findings = [publicUrlFinding(publicUrl)]
  if (publicUrl?.startsWith('https:')) {
    const { hostname, port } = new URL(publicUrl)
    findings.push(certificateFinding(hostname, await seeCertificate(hostname, Number(port || 443)), now()))
  }
  if (clockUrl) {
    const failed = (error: unknown) =>
      problem(
        'clock',
        `${clockUrl} could not be asked for the time (${(error as Error).message})`,
        'Name another web server.',
      )
    findings.push(await compareClock(clockUrl).then((ahead) => clockFinding(ahead, clockUrl), failed))
  }
  return findings
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
