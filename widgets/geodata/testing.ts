import { type ApiClient, ApiError } from '@amtsweg/client'
import type { OgcFeature } from '@amtsweg/contract'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import {
  sampleKita,
  sampleKitas,
  samplePage,
  samplePlayground,
  samplePlaygrounds,
  sampleQueryables,
} from './samples.ts'

/** What stands in place of one kind of answer. */
interface Instead {
  readonly collection?: () => Promise<object>
  readonly items?: () => Promise<object>
}

/** An invented town's server: so many playgrounds, one Kita, nothing else. Remembers what features it was asked for. */
export function town(playgrounds = 25, instead: Instead = {}) {
  const asked: { collection: string; query: Readonly<Record<string, unknown>> }[] = []
  const all: Readonly<Record<string, readonly OgcFeature[]>> = {
    playgrounds: Array.from({ length: playgrounds }, (_, index) => samplePlayground(index)),
    kitas: [sampleKita],
  }
  const answer = async (path: string, query: Readonly<Record<string, unknown>>): Promise<object> => {
    const [, id = '', part] = /^\.\.\/\.\.\/ogc\/collections\/(\w+)(\/\w+)?$/.exec(path) ?? []
    const features = all[id]
    if (!features) throw new ApiError({ code: 'not-found', status: 404 })
    if (part === '/queryables') return id === 'kitas' ? {} : sampleQueryables
    if (!part) return instead.collection?.() ?? (id === 'kitas' ? sampleKitas : samplePlaygrounds)
    asked.push({ collection: id, query })
    return instead.items?.() ?? samplePage(features, query)
  }
  const get = (path: string, { signal: _, ...query }: Readonly<Record<string, unknown>> = {}) =>
    answer(path, query)
  return { client: fakeClient({ get: get as ApiClient['get'] }), asked }
}
