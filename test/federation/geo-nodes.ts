import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { addAuthority, addTestToken } from '@amtsweg/backend/access/testing.ts'
import type { OpenDatabase, Trx } from '@amtsweg/backend/database/database.ts'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { watchVersion } from '@amtsweg/backend/database/version-watch.ts'
import { writeSoon } from '@amtsweg/backend/database/write-soon.ts'
import { harvestJob, orderHarvest, type WantedHarvest } from '@amtsweg/backend/geodata/index.ts'
import type { NewFeature } from '@amtsweg/backend/geodata/repository-versions.ts'
import { addTestCollection, publishTestVersion } from '@amtsweg/backend/geodata/testing.ts'
import { type HarvestRun, runHarvest } from '@amtsweg/backend/harvest-run.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { geoCaps } from '@amtsweg/backend/integration/geo-page.ts'
import { httpServer, localClient } from '@amtsweg/backend/integration/testing.ts'
import { addJob, systemClock } from '@amtsweg/backend/jobs/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export type GeoNode = Awaited<ReturnType<typeof openGeoNode>>

const longest = 100_000_000

/** An installation that answers on a port of this computer, with one authority that has a token. */
export async function openGeoNode(name: string) {
  const database: OpenDatabase = await openTestDatabase()
  const { db } = database
  await addAuthority(db, name, '130040000000')
  const token = await addTestToken(db, name)
  const watch = watchVersion(database)
  const app = createApp({ database, watch })
  const answer = async ({ url = '', headers }: IncomingMessage, response: ServerResponse) => {
    await watch.look()
    const made = await app.request(`http://${headers.host}${url}`, {
      headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)])),
    })
    response.writeHead(made.status, Object.fromEntries(made.headers))
    response.end(Buffer.from(await made.arrayBuffer()))
  }
  const server = await httpServer((request, response) => void answer(request, response))
  const folder = temporaryFolder()
  const write = writeSoon(database.writeIfFree)
  const origin = `http://127.0.0.1:${server.port}`

  const harvest = async (url: string, order: Partial<WantedHarvest> = {}): Promise<string> => {
    const wanted: WantedHarvest = {
      ...{ id: randomUUID(), authority: name, url, collection: 'copy', token: null, audience: null },
      ...{ licence: null, provider: null, everySeconds: 3_600, ...order },
    }
    await write(async (trx) => {
      await orderHarvest(trx as Trx, wanted, new Date().toISOString())
      await addJob(trx, harvestJob(wanted.id), new Date().toISOString())
    })
    return wanted.id
  }

  const run = (id: string, more: Partial<HarvestRun> & { readonly caps?: object } = {}) => {
    const parts: HarvestRun = {
      ...{ db, write, clock: systemClock, random: () => 0.5, workFile: join(folder, 'work') },
      ...{ ask: anyPort(more.caps), holder: randomUUID(), signal: new AbortController().signal, longest },
    }
    return runHarvest({ ...parts, ...more }, id)
  }

  const get = async (path: string, as?: string) => {
    await watch.look()
    return app.request(`/ogc${path}`, as ? { headers: { authorization: `Bearer ${as}` } } : {})
  }

  return {
    ...{ name, database, db, app, token, origin, server, harvest, run, get, write },
    collection: (id: string) => `${origin}/ogc/collections/${id}`,
    add: (id: string, more = {}) => addTestCollection(db, { id, authority_id: name, ...more }),
    publish: (id: string, features: readonly NewFeature[], more = {}) =>
      publishTestVersion(database, id, features, more),
    /** Everything that readers find, by id; undefined where there is no such collection. */
    async content(id: string, as?: string): Promise<Readonly<Record<string, unknown>> | undefined> {
      const found: [string, unknown][] = []
      let path = `/collections/${id}/items?limit=1000`
      for (;;) {
        const answer = await get(path, as)
        if (answer.status === 404) return undefined
        const page = (await answer.json()) as {
          features: { id: string; geometry: unknown; properties: unknown }[]
          links: { rel: string; href: string }[]
        }
        for (const { id: one, geometry, properties } of page.features)
          found.push([one, { geometry, properties }])
        const next = page.links.find(({ rel }) => rel === 'next')
        if (!next) return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
        const { pathname, search } = new URL(next.href)
        path = pathname.slice(4) + search
      }
    },
    about: async (id: string, as?: string) =>
      (await (await get(`/collections/${id}?f=json`, as)).json()) as Record<string, unknown>,
    errorOf: async (id: string) =>
      (await db.selectFrom('geo_harvest').select('error').where('id', '=', id).executeTakeFirst())?.error,
  }
}

/** A client that may ask every port of this computer. */
export const anyPort =
  (caps?: object): HarvestRun['ask'] =>
  (question) =>
    localClient([new URL(question.url).host], { caps: { ...geoCaps(longest), ...caps } })(question)
