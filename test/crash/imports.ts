import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openDatabase } from '@amtsweg/backend/database/database.ts'
import { demoData, type Program, runProgram, temporaryFolder } from '../end-to-end/server.ts'
import { type Contents, contentsOf } from './contents.ts'
import { wholeTrail } from './trail.ts'

/** Two states of the data, and a database that is in one of them. */
export interface ImportBench {
  readonly url: string
  readonly folders: readonly [old: string, other: string]
  readonly states: readonly [old: Contents, other: Contents]
  /** Entries that an import leaves in the trail: one for each file. */
  readonly entries: number
  /** How long an import takes here from its first sign of life to its end. */
  readonly milliseconds: number
}

const names = ['places.csv', 'units-aemter.json', 'services-familie.json'] as const

/** Part of the demo data as it is. */
function someData(): string {
  const folder = join(temporaryFolder(), 'data')
  mkdirSync(folder)
  for (const name of names) cpSync(join(demoData, name), join(folder, name))
  return folder
}

/** The same with every text changed and a third of the villages gone, so that an import has much to write. */
function otherData(): string {
  const folder = someData()
  const edit = (name: (typeof names)[number], change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')))
  edit('places.csv', (text) => `${text.split('\n').slice(0, 220).join('\n')}\n`)
  edit('units-aemter.json', (text) =>
    text.replaceAll(' Uhr', ' Uhr und nach Absprache').replaceAll('Am ', 'An der '),
  )
  edit('services-familie.json', (text) => text.replaceAll(/(e|u)n(?= )/g, '$1n wirklich'))
  return folder
}

/** The command that imports a folder into a database. */
export const importFolder = (url: string, folder: string) =>
  runProgram('cli', ['import', '--all', folder, '--force'], { DATABASE_URL: url })

const firstSign = /\[1\//

async function importWhole(url: string, folder: string): Promise<{ state: Contents; milliseconds: number }> {
  const program = importFolder(url, folder)
  await program.printed(firstSign)
  const began = performance.now()
  const code = await program.ended
  if (code !== 0) throw new Error(`The import ended with ${code}:\n${program.output()}`)
  return { milliseconds: performance.now() - began, state: await contentsOf(url) }
}

/** Imports both states without disturbance, to know what they look like. Leaves the old one. */
export async function openImportBench(url: string): Promise<ImportBench> {
  const folders = [someData(), otherData()] as const
  await importWhole(url, demoData)
  await importWhole(url, folders[0])
  const other = await importWhole(url, folders[1])
  const old = await importWhole(url, folders[0])
  return {
    url,
    folders,
    states: [old.state, other.state],
    entries: names.length,
    milliseconds: other.milliseconds,
  }
}

/** In which state a killed import has left the data. */
type ImportEnd = 'old' | 'new'

interface ImportKills {
  readonly bench: ImportBench
  readonly random: () => number
  readonly times: number
  /** State of the data at the beginning; left out, the old one. */
  readonly first?: 0 | 1
  /** Who is killed; left out, the import itself. Resolves when what is left can be looked at. */
  readonly strike?: (program: Program) => Promise<void> | void
  /** Told how many there were. */
  readonly onRound?: (round: number) => void
}

/** Kills one import after another; how often the old state stayed, and how often the new one was there already. */
export async function killImports({
  bench,
  random,
  times,
  onRound,
  first = 0,
  strike = killProgram,
}: ImportKills) {
  const ends = { old: 0, new: 0 }
  let current = first
  for (let round = 1; round <= times; round += 1) {
    // A little beyond the end, so that the moment of the commit is met as well.
    const end = await killedImport(bench, current, random() * 1.1, strike)
    ends[end] += 1
    if (end === 'new') current = current === 0 ? 1 : 0
    onRound?.(round)
  }
  return { ...ends, last: current }
}

const killProgram = (program: Program) => program.signal('SIGKILL')

/** Begins an import of the other state and kills it at the given part of its time. Throws where neither state is there. */
async function killedImport(
  bench: ImportBench,
  current: 0 | 1,
  part: number,
  strike: (program: Program) => Promise<void> | void,
): Promise<ImportEnd> {
  const target = current === 0 ? 1 : 0
  const before = await entriesIn(bench.url)
  const program = importFolder(bench.url, bench.folders[target])
  await program.printed(firstSign)
  await Promise.race([
    program.ended,
    new Promise((resolve) => setTimeout(resolve, part * bench.milliseconds)),
  ])
  await strike(program)
  const end = await program.ended
  // Whose database goes away cannot go on, and says so.
  if (end !== 'SIGKILL' && end !== 0 && strike === killProgram)
    throw new Error(`The import ended with ${end}:\n${program.output()}`)
  return endOf(bench, current, before)
}

/** In which state a database is, by its data and by its trail alike. */
async function endOf(bench: ImportBench, current: 0 | 1, before: number): Promise<ImportEnd> {
  const state = await contentsOf(bench.url)
  const added = (await entriesIn(bench.url)) - before
  if (isDeepStrictEqual(state, bench.states[current]) && added === 0) return 'old'
  if (isDeepStrictEqual(state, bench.states[current === 0 ? 1 : 0]) && added === bench.entries) return 'new'
  throw new Error(
    `The import left half of it, and ${added} entries: ${JSON.stringify(differences(bench, state))}`,
  )
}

async function entriesIn(url: string): Promise<number> {
  const { db, close } = openDatabase(url)
  try {
    return await wholeTrail(db)
  } finally {
    await close()
  }
}

const differences = ({ states }: ImportBench, { integrity, tables }: Contents) => ({
  integrity,
  tables: Object.entries(tables).filter(([name, rows]) => states.some((one) => one.tables[name] !== rows)),
})
