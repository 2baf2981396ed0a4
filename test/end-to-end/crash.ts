import { createHash } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { demoData, runProgram, temporaryFolder } from './server.ts'

/** What a database holds: a fingerprint and a number of rows per table, and whether the file is sound. */
export interface Contents {
  readonly integrity: unknown
  readonly tables: Readonly<Record<string, string>>
}

/** Indexes keep tables of their own; what they find is compared where their rows come from. */
const ofAnIndex = /^sqlite_|_(data|idx|content|docsize|config|node|parent|rowid)$/
/** Every import leaves an entry: the trail grows where the data are as before. */
const ofTheTrail = /^audit_/
/** Differs from import to import by nature: moments, and numbers that are counted up. */
const differs = ([column, value]: readonly [string, unknown]) =>
  /_at$|^timestamp$/.test(column) || (/^(id|version)$/.test(column) && typeof value === 'number')

export function contentsOf(path: string): Contents {
  const database = new SQLite(path)
  const fingerprint = (table: string) => {
    const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]
    const texts = rows.map((row) => JSON.stringify(Object.entries(row).filter((cell) => !differs(cell))))
    const hash = createHash('sha256').update(texts.sort().join('\n')).digest('base64url')
    return `${rows.length} rows ${hash.slice(0, 12)}`
  }
  try {
    const tables = database.prepare(`select name from sqlite_master where type = 'table' order by name`)
    const names = (tables.pluck().all() as string[]).filter(
      (name) => !ofAnIndex.test(name) && !ofTheTrail.test(name),
    )
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      tables: Object.fromEntries(names.map((name) => [name, fingerprint(name)])),
    }
  } finally {
    database.close()
  }
}

/** The demo data with every text changed and a third of the villages gone, so that an import has much to write. */
function otherData(): string {
  const folder = join(temporaryFolder(), 'data')
  cpSync(demoData, folder, { recursive: true })
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')))
  edit('places.csv', (text) => `${text.split('\n').slice(0, 220).join('\n')}\n`)
  edit('units-aemter.json', (text) =>
    text.replaceAll(' Uhr', ' Uhr und nach Absprache').replaceAll('Am ', 'An der '),
  )
  edit('services-familie.json', (text) => text.replaceAll(/(e|u)n(?= )/g, '$1n wirklich'))
  return folder
}

/** Two states of the data, and a database that is in one of them. */
export interface Bench {
  readonly path: string
  readonly folders: readonly [old: string, other: string]
  readonly states: readonly [old: Contents, other: Contents]
  /** How long an import takes here from its first sign of life to its end. */
  readonly milliseconds: number
}

const importFolder = (path: string, folder: string) =>
  runProgram('cli', ['import', '--all', folder, '--force'], { DATABASE_URL: `sqlite:${path}` })

const firstSign = /\[1\//

async function importWhole(path: string, folder: string): Promise<{ state: Contents; milliseconds: number }> {
  const program = importFolder(path, folder)
  await program.printed(firstSign)
  const began = performance.now()
  const code = await program.ended
  if (code !== 0) throw new Error(`The import ended with ${code}:\n${program.output()}`)
  return { milliseconds: performance.now() - began, state: contentsOf(path) }
}

/** Imports both states without disturbance, to know what they look like. */
export async function openBench(): Promise<Bench> {
  const path = join(temporaryFolder(), 'amtsweg.sqlite')
  const folders = [demoData, otherData()] as const
  await importWhole(path, folders[0])
  const other = await importWhole(path, folders[1])
  const old = await importWhole(path, folders[0])
  return { path, folders, states: [old.state, other.state], milliseconds: other.milliseconds }
}

/** Begins an import and kills it at the given part of its time; answers which state the database is then in. */
export async function killedImport(bench: Bench, target: 0 | 1, part: number): Promise<Contents> {
  const program = importFolder(bench.path, bench.folders[target])
  await program.printed(firstSign)
  const timer = setTimeout(() => program.signal('SIGKILL'), part * bench.milliseconds)
  const end = await program.ended
  clearTimeout(timer)
  if (end !== 'SIGKILL' && end !== 0) throw new Error(`The import ended with ${end}:\n${program.output()}`)
  return contentsOf(bench.path)
}
