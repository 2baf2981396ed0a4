import type { RejectionCode, Source } from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import type { ImportFile } from './file.ts'

/** What an import touches; decides which derived tables are rebuilt in the same transaction. */
export type Touched = 'places' | 'directory' | 'services' | 'responsibility'

/** One file format we read. */
export interface ImportProfile {
  /** Name on the command line. */
  readonly name: string
  /** One sentence for `amtsweg import --help`. */
  readonly summary: string
  readonly touches: readonly Touched[]
  /** Where the records come from, unless the command line says otherwise. */
  readonly source: Source
  /** What the file itself says about its source, such as the day it describes; throws ImportError where it is damaged. */
  readonly describe?: (file: ImportFile) => Partial<Source> | Promise<Partial<Source>>
  /** Reads the file and writes through `context.trx`; throws ImportError where the file as a whole is unusable. */
  readonly run: (file: ImportFile, context: ImportContext) => Promise<void>
}

/** An authority on whose behalf a file is imported: it writes for its own area only. */
export interface Tenant {
  /** What it writes belongs to this, whatever the file says. */
  readonly source: Source
  readonly regionKey: string
  /** Whether a region is its own, or lies within and is nobody else's. */
  readonly owns: (regionKey: string) => boolean
  /** What the file does not name stays as it is. */
  readonly keepsRest: boolean
  /** New ids may come of it: the same whenever this file is read, and nobody else's to guess. */
  readonly seed: string
}

/** What is wrong with a record, for programs; left out where only words tell. */
export interface Fault {
  readonly code?: RejectionCode
  /** Name of a column, or path of a field. */
  readonly field?: string
}

/** What a profile may do while it runs. */
export interface ImportContext {
  readonly trx: Trx
  readonly source: Source
  /** The source as the import before this one left it. */
  readonly previous?: Source | undefined
  /** RFC 3339 UTC, the same for the whole import. */
  readonly now: string
  /** Left out, whoever has the command line imports, for everybody. */
  readonly tenant?: Tenant
  /** Leaves one record out and says why; `line` is the line or the position of the record, from 1. */
  readonly reject: (line: number, reason: string, record?: string, fault?: Fault) => void
  /**
   * Leaves out a sound record that is not ours to hold, such as the postcode of a company. Reported like a rejected one, but
   * no number of them is a sign of a damaged file.
   */
  readonly leaveOut: (line: number, reason: string, record?: string) => void
  /** Reports something about many records that keeps none of them out, such as an element we do not know; told once, with a count. */
  readonly note: (what: string) => void
  /** Counts what happened to records. */
  readonly count: (what: 'read' | 'written' | 'deleted', by?: number) => void
  /**
   * Must be asked before deletions: refuses when most of what the source held before would vanish, which is what a
   * truncated file looks like.
   */
  readonly guardDeletions: (present: number, vanishing: number) => void
}

/** The file as a whole cannot be used; nothing is written. */
export class ImportError extends Error {
  override name = 'ImportError'
  /** The line of the file, from 1, where there is one to look at. */
  readonly line?: number

  constructor(message: string, { line, ...options }: ErrorOptions & { readonly line?: number } = {}) {
    super(message, options)
    if (line !== undefined) this.line = line
  }
}

/** The file can be read but looks damaged; who knows better can have it taken all the same. */
export class DamageError extends ImportError {
  override name = 'DamageError'
  /** What is wrong, without how to overrule it on the command line of imports. */
  readonly what: string

  constructor(what: string, hint: string) {
    super(`${what} ${hint}`)
    this.what = what
  }
}
