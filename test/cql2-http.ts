import { type KyselyPlugin, type RootOperationNode } from 'kysely'
import { addAuthority } from '@amtsweg/backend/access/testing.ts'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { watchVersion } from '@amtsweg/backend/database/version-watch.ts'
import { addTestCollection, publishTestVersion } from '@amtsweg/backend/geodata/testing.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'

/** A server with one small collection that is asked with filters. */
export interface AskedServer {
  /** Asks, and throws unless it answers with features or says that the filter is none. */
  readonly ask: (filter: string, encoding: 'text' | 'json') => Promise<void>
  /** Everything that SQL was made of but parameters: what stands in it as it is, and names. */
  readonly sqlWords: ReadonlySet<string>
}

export async function openAskedServer(): Promise<AskedServer> {
  const sqlWords = new Set<string>()
  const spy: KyselyPlugin = {
    transformQuery: ({ node }): RootOperationNode => {
      collectWords(node, sqlWords)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const opened = await openTestDatabase()
  await addAuthority(opened.db, 'musterstadt', '130760000000')
  await addTestCollection(opened.db, { id: 'places', authority_id: 'musterstadt' })
  await publishTestVersion(
    opened,
    'places',
    [
      {
        id: '1',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [11, 53],
              [12, 53],
              [12, 54],
              [11, 53],
            ],
          ],
        },
        properties: {
          name: 'Große Straße 50%',
          count: 3,
          open: true,
          day: '2026-02-03',
          from: '2026-05-01T09:00:00Z',
          tags: '["a",1]',
        },
      },
      {
        id: '2',
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [9, 9],
          ],
        },
        properties: { name: 'x' },
      },
      { id: '3', geometry: null, properties: {} },
    ],
    {
      fields: [
        { name: 'name', type: 'string' },
        { name: 'count', type: 'integer' },
        { name: 'open', type: 'boolean' },
        { name: 'day', type: 'date' },
        { name: 'from', type: 'date-time' },
        { name: 'tags', type: 'string' },
      ],
    },
  )
  const database = { ...opened, db: opened.db.withPlugin(spy), reads: opened.reads.withPlugin(spy) }
  const failures: unknown[] = []
  const app = createApp({ database, watch: watchVersion(database), report: (error) => failures.push(error) })

  async function ask(filter: string, encoding: 'text' | 'json'): Promise<void> {
    const query = new URLSearchParams({
      filter: filter.replaceAll(/\bgeom\b/g, 'geometry'),
      'filter-lang': `cql2-${encoding}`,
    })
    const answer = await app.request(`/ogc/collections/places/items?${query}`)
    const body = (await answer.json()) as { readonly code?: string; readonly numberMatched?: number }
    const isAnswer = answer.status === 200 && typeof body.numberMatched === 'number'
    const isRefusal = answer.status === 400 && body.code === 'invalid-filter'
    if (!isAnswer && !isRefusal)
      throw new Error(`Status ${answer.status} ${body.code}`, { cause: failures.at(-1) })
  }
  return { ask, sqlWords }
}

function collectWords(node: unknown, words: Set<string>): void {
  if (Array.isArray(node)) for (const part of node) collectWords(part, words)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const { kind, ...parts } = node as Record<string, unknown>
  if (kind === 'RawNode') for (const fragment of parts['sqlFragments'] as string[]) words.add(fragment)
  if (kind === 'IdentifierNode') words.add(String(parts['name']))
  if (kind === 'ValueNode' && parts['immediate'] === true) words.add(String(parts['value']))
  // What else a node holds are nodes, or parameters, of which only their own kinds are looked at.
  if (kind !== 'ValueNode' && kind !== 'PrimitiveValueListNode')
    for (const part of Object.values(parts)) collectWords(part, words)
}
