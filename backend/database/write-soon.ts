import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { WriteIfFree } from './write-if-free.ts'

/** Does work in a transaction as soon as nobody else writes, and never halts this process while it waits. */
export type WriteSoon = <Result>(work: (db: Kysely<Schema>) => Promise<Result>) => Promise<Result>

/** Milliseconds between two tries, and after which somebody else has written for too long: an import takes minutes. */
const pause = 250
const patience = 30 * 60_000

/** For work that must be done, but that readers need not wait for. Throws what the work throws, and where its turn never comes. */
export const writeSoon =
  (
    writeIfFree: WriteIfFree,
    wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ): WriteSoon =>
  async <Result>(work: (db: Kysely<Schema>) => Promise<Result>): Promise<Result> => {
    const done: Result[] = []
    for (let waited = 0; waited < patience; waited += pause) {
      if (await writeIfFree(async (db) => void done.push(await work(db)))) return done[0] as Result
      await wait(pause)
    }
    throw new Error('Somebody else has been writing all the time')
  }
