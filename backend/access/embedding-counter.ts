import { setImmediate as otherWork } from 'node:timers/promises'
import type { OpenDatabase } from '../database/database.ts'
import { type FindOwner, nobody, readOwners } from './area-owners.ts'
import type { Embedding } from './embedding.ts'
import { addEmbeddings, embeddingsIn, forgetOldEmbeddings } from './repository-embeddings.ts'

/** Tells whether a network comes with something for the first time on a day, knowing networks for that day only. */
interface Askers {
  readonly isFirst: (network: string, subject: string, day: string) => boolean
}

/** Counts which websites embed which widget: docs/decisions/0065. */
export interface EmbeddingCounter {
  /** Keeps it in memory; waits for nothing and fails for nothing. The network is asked for only as long as it matters. */
  readonly count: (embedding: Embedding, network: () => string) => void
  /** Writes what enough networks have asked; kept for the next time where somebody else is writing. */
  readonly write: () => Promise<void>
}

interface Parts {
  readonly database: Pick<OpenDatabase, 'db' | 'writeIfFree'>
  readonly askers: Askers
  /** The ISO date in Germany. */
  readonly today: () => string
}

/** So many different networks must have asked before a website is written down. */
const enoughAskers = 5
/** What is known at once, in memory and of a month in the database; whatever comes then is not counted. */
const most = 5_000
/** Written at once: readers wait that long, and are answered before it goes on. */
const stretch = 100

/** What one widget on one website has asked about the area of one authority, since the last writing. */
interface Cell {
  readonly host: string
  readonly widget: string
  readonly region_key: string
  askers: number
  requests: number
}

export function createEmbeddingCounter({ database, askers, today }: Parts): EmbeddingCounter {
  const cells = new Map<string, Cell>()
  let ownerOf: FindOwner = nobody
  let period = ''
  /** Rows of the period in the database. */
  let stored = new Set<string>()

  /** What others have written in this period needs no more proof; what belongs to an earlier one begins anew. */
  const look = async (now: string) => {
    if (now !== period) cells.clear()
    period = now
    ownerOf = await readOwners(database.db)
    const rows = await embeddingsIn(database.db, period)
    stored = new Set(rows.map(nameOf))
    for (const row of rows) cellOf(row).askers = enoughAskers
  }
  const cellOf = ({ host, widget, region_key }: Pick<Cell, 'host' | 'widget' | 'region_key'>): Cell => {
    const name = nameOf({ host, widget, region_key })
    const known = cells.get(name)
    const cell = known ?? { host, widget, region_key, askers: 0, requests: 0 }
    if (!known) cells.set(name, cell)
    return cell
  }
  /** What has waited longest for more networks makes room; what has enough stays. */
  const hasRoom = () => {
    if (cells.size < most) return true
    for (const [name, { askers }] of cells) if (askers < enoughAskers) return cells.delete(name)
    return false
  }
  const ready = () => {
    const proven = [...cells.values()].filter(
      ({ askers, requests }) => askers >= enoughAskers && requests > 0,
    )
    const known = proven.filter((cell) => stored.has(nameOf(cell)))
    const fresh = proven.filter((cell) => !stored.has(nameOf(cell)))
    return [...known, ...fresh.slice(0, Math.max(0, most - stored.size))]
  }

  return {
    count({ host, widget, area }, network) {
      const subject = { host, widget, region_key: ownerOf(area) }
      const name = nameOf(subject)
      const known = cells.get(name)
      if (known && known.askers >= enoughAskers) return void (known.requests += 1)
      const isNew = askers.isFirst(network(), name, today())
      // Whoever may bring nothing new any more takes no room either.
      if (!known && !(isNew && hasRoom())) return
      const cell = known ?? cellOf(subject)
      cell.requests += 1
      if (isNew) cell.askers += 1
    },

    async write() {
      const now = today().slice(0, 7)
      let isFree = true
      const rows = period === '' ? [] : ready()
      for (let from = 0; from < rows.length && isFree; from += stretch) {
        const part = rows.slice(from, from + stretch).map((cell) => ({ cell, requests: cell.requests }))
        isFree = await database.writeIfFree((db) =>
          addEmbeddings(
            db,
            part.map(({ cell: { askers: _, ...cell }, requests }) => ({ ...cell, period, requests })),
          ),
        )
        // More may have come while it was written.
        if (isFree) for (const { cell, requests } of part) cell.requests -= requests
        await otherWork()
      }
      // Counts of a month that is over are written before anything is counted for the next.
      if (!isFree) return
      if (now !== period) await database.writeIfFree((db) => forgetOldEmbeddings(db, now))
      await look(now)
    },
  }
}

const nameOf = ({ host, widget, region_key }: Pick<Cell, 'host' | 'widget' | 'region_key'>): string =>
  `${host}\n${widget}\n${region_key}`
